import { dayText, LinkButton, Loaded, PocketCard, PocketPage, StatusMark, useAddress, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { stageNames } from '../../messages.vi.ts'
import { ROOM, sourcesAndTargets, type ProspectRow } from '../office/sources/client.ts'
import { CertificateWords } from '../office/sources/people-view.tsx'
import { word } from '../office/sources/words.vi.ts'

const WHOLE_CELL = 100

function Person({ row }: { row: ProspectRow }) {
  const to = useAddress()('pocketSource', { id: row.id })
  return (
    <PocketCard title={row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName} to={to} note={row.lastRemark ? word('pocketLast', { day: dayText(row.lastRemark.writtenOn) }) : word('pocketNone')}
      act={<LinkButton to={to}>{word('pocketRemark')}</LinkButton>}>
      <p>{stageNames[row.stage]}</p>
      <p>{word('columnCertificate')}: <CertificateWords certificate={row.certificate} /></p>
    </PocketCard>
  )
}

/** Whom the own cell follows. */
export default function PocketSources() {
  const { organisation } = useDesk()
  const back = useAddress('pocketWork')
  const read = useRead([ROOM, 'pocket'], (signal) => sourcesAndTargets.listProspects({ size: WHOLE_CELL }, { signal }), { kept: true })
  return (
    <PocketPage title={word('pocketTitle')} lead={<p>{organisation}</p>} backTo={back}>
      <Loaded read={read}>
        {({ rows }) => (rows.length === 0 ? <PocketCard><StatusMark shape="today">{word('emptyPeople')}</StatusMark></PocketCard> : rows.map((row) => <Person key={row.id} row={row} />))}
      </Loaded>
    </PocketPage>
  )
}
