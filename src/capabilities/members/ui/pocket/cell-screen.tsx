import { useState } from 'react'
import { fold } from '../../../../kernel/index.ts'
import { AppLink, countText, Loaded, PocketCard, PocketPage, StatusMark, TextField, useAddress, useDesk, useRead, useViewed } from '../../../../platform/ui-kit/index.ts'
import { members, ROOM, type MemberRow } from '../client.ts'
import { overlayNames } from '../../messages.vi.ts'
import { MemberStatusMark, nameWithYear } from '../marks.tsx'
import { word } from '../words.vi.ts'

const WHOLE_CELL = 200

const isAway = (row: MemberRow) => row.overlays.includes('away')

function Person({ row }: { row: MemberRow }) {
  const address = useAddress()
  return (
    <PocketCard title={nameWithYear(row)} to={address('pocketMember', { id: row.id })}>
      <p><MemberStatusMark status={row.status} /></p>
      {isAway(row) && <p><StatusMark shape="unclear">{overlayNames.away}</StatusMark></p>}
    </PocketCard>
  )
}

/** Everybody of the own cell, by given name; found by typing. */
export default function CellScreen() {
  const { organisation } = useDesk()
  const viewed = useViewed()
  const moreFinds = useAddress('pocketSearch')
  const askAway = useAddress('pocketAwayQuestion')
  const [text, setText] = useState('')
  const read = useRead([ROOM, 'cell'], (signal) => members.listMembers({ size: WHOLE_CELL, ...viewed }, { signal }), { kept: true })
  return (
    <PocketPage title={word('pocketTitle')}
      lead={
        <>
          <p>{organisation}</p>
          {read.value && <p>{word('pocketCount', { n: countText(read.value.total) })} · {word('pocketAwayCount', { n: read.value.rows.filter(isAway).length })}</p>}
        </>
      }>
      <TextField name="tim" label={word('pocketSearch')} value={text} onChange={setText} optional />
      <p><AppLink to={askAway}>{word('askAway')}</AppLink></p>
      <p><AppLink to={moreFinds}>{word('pocketSearchMore')}</AppLink></p>
      <Loaded read={read}>
        {({ rows }) => {
          const found = rows.filter((row) => fold(`${row.fullName} ${row.otherName ?? ''}`).includes(fold(text)))
          return found.length === 0 ? <p className="empty">{word('pocketEmpty')}</p> : found.map((row) => <Person key={row.id} row={row} />)
        }}
      </Loaded>
    </PocketPage>
  )
}
