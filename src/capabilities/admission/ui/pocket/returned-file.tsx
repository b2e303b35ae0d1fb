import { lazy, Suspense, useState, type ReactNode } from 'react'
import { LinkButton, PocketCard, PocketPage, StatusMark } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile, CaseReturn } from '../client.ts'
import { leftToMend, lineOfReason } from '../mending.ts'
import { nameWithYear } from '../people.ts'
import { actWords, faultNames, word } from '../words.vi.ts'
import { paperName } from './paper-name.ts'
import { ScanPaper } from './scan-paper.tsx'
import { TheRest } from './the-rest.tsx'
import { usePocketLinks } from './use-pocket-links.ts'

// Few files have a covered reason: the form that opens it is fetched then.
const OpenReasons = lazy(() => import('./open-reasons.tsx'))

type Reason = CaseReturn['reasons'][number]
type Told = readonly { readonly id: string; readonly conditionTitle: string; readonly what: string; readonly todo: string }[]

function ReasonCard({ file, reason, number }: { file: CaseFile; reason: Reason; number: number }) {
  const line = lineOfReason(file, reason)
  const title = line ? paperName(line) : (reason.documentTitle ?? reason.conditionTitle ?? '')
  return (
    <PocketCard title={`${number}. ${title}`}>
      <p>{reason.what}.</p>
      <p className="pocket-note">{faultNames[reason.kind]}</p>
      <p>{reason.todo}.</p>
      {reason.isMended ? <StatusMark shape="done" strong>{word('mendedDone')}</StatusMark> : line ? <ScanPaper file={file} line={line} /> : <p className="pocket-note">{word('notOnPhone')}</p>}
    </PocketCard>
  )
}

/** A file that came back: every point to mend with the camera under it; sent again when none is left. */
export function ReturnedFile({ file, sent, lead }: { file: CaseFile; sent: CaseReturn; lead: ReactNode }) {
  const links = usePocketLinks(file)
  const [told, setTold] = useState<Told>()
  const reasons = sent.reasons.map((reason) => ({ ...reason, ...told?.find(({ id }) => id === reason.id) }))
  const left = leftToMend(file).length
  const maySend = left === 0 && file.acts.some((act) => act.code === 'resend' && act.isPossible)
  return (
    <PocketPage
      title={nameWithYear(file.person)}
      backTo={links.list}
      subject={file.id}
      lead={lead}
      bottomNote={left > 0 ? <p className="pocket-note">{word('leftToMend', { n: left })}</p> : undefined}
      bottom={maySend ? <LinkButton look="main" to={links.of('resend')!}>{actWords.resend}</LinkButton> : <LinkButton to={links.list}>{word('later')}</LinkButton>}
    >
      <h2>{word('toMendCount', { n: sent.reasons.length })}</h2>
      {reasons.map((reason, i) => <ReasonCard key={reason.id} file={file} reason={reason} number={i + 1} />)}
      {!told && reasons.some(({ isCovered }) => isCovered) && <Suspense fallback={null}><OpenReasons id={file.id} onOpened={setTold} /></Suspense>}
      <TheRest file={file} />
    </PocketPage>
  )
}
