import { useState } from 'react'
import { Button, FailureBox, Section, showFile, sizeText, useAct, useRefresh, useTell } from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM, type Proposal } from '../client.ts'
import { PhotoPicker } from '../photo-picker.tsx'
import { useSendPhotos } from '../use-send-photos.ts'
import { word } from '../words.vi.ts'

type Photo = Proposal['photos'][number]

async function openPhoto(photo: Photo): Promise<true> {
  showFile((await memberSheet.downloadPhoto({ photoId: photo.id })) as unknown as Blob, photo)
  return true
}

function PhotoLine({ photo, onOpen }: { photo: Photo; onOpen: () => void }) {
  const [gone, setGone] = useState(false)
  return (
    <li>
      <button type="button" className="as-link" aria-label={word('openPhoto', { name: photo.fileName })} onClick={onOpen}>
        {photo.hasPicture && !gone && <img src={`/api/v1/sheet-proposals/photos/${photo.id}/picture`} alt="" onError={() => setGone(true)} />}
        {photo.fileName}
      </button>
      <span className="summary-note">{sizeText(photo.byteSize)}</span>
    </li>
  )
}

function AddPhotos({ proposalId }: { proposalId: string }) {
  const [photos, setPhotos] = useState<readonly File[]>([])
  const refresh = useRefresh()
  const tell = useTell()
  const sending = useSendPhotos(photos, setPhotos)
  const send = async () => {
    if (await sending.send(proposalId)) tell(word('photoKept'))
    await refresh([ROOM])
  }
  return (
    <>
      <PhotoPicker untitled photos={photos} onChange={setPhotos} />
      <FailureBox failure={sending.failure} />
      {photos.length > 0 && <Button running={sending.running} onClick={() => void send()}>{word('sendPhotos', { n: photos.length })}</Button>}
    </>
  )
}

/** The photographs of a proposal: small, opened by whoever decides; more may come while it is open. */
export function ProposalPhotos({ proposal }: { proposal: Proposal }) {
  const open = useAct(openPhoto)
  const { photos, may } = proposal
  if (photos.length === 0 && !may.addPhoto) return null
  return (
    <Section title={word('photos')} boxed>
      {may.readPhotos ? <ul className="photo-list">{photos.map((photo) => <PhotoLine key={photo.id} photo={photo} onOpen={() => void open.run(photo)} />)}</ul> : <p>{word('photoCount', { n: photos.length })}</p>}
      <FailureBox failure={open.failure} />
      {may.addPhoto && <AddPhotos proposalId={proposal.id} />}
    </Section>
  )
}
