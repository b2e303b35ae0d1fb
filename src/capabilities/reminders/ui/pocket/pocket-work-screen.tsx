import { lazy, Suspense } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  Button, dayText, dueShape, dueText, AppLink, LinkButton, Loaded, PocketCard, PocketPage, say, StatusMark, useAddress, useDesk, useRead, weekdayText,
} from '../../../../platform/ui-kit/index.ts'
import { kindNames } from '../../messages.vi.ts'
import { reminders, ROOM, type WorkList, type WorkRow } from '../client.ts'
import { dueOf, rowKey, subjectName, useSubjectAddress } from '../work-row.ts'
import { word } from '../words.vi.ts'

const CARDS = 5
/** Comes when it is needed: most secretaries are given nothing. */
const GivenCards = lazy(() => import('./given-cards.tsx'))

/** A file that came back is first: somebody waits for it. The rest by urgency, as it came; a file with two limits is one card. */
function cardsOf(rows: readonly WorkRow[]): WorkRow[] {
  const inOrder = [...rows.filter(({ kind }) => kind === 'returnedFile'), ...rows.filter(({ kind }) => kind !== 'returnedFile')]
  return inOrder.filter((row, i) => inOrder.findIndex(({ subjectId }) => subjectId === row.subjectId) === i)
}

function usePocketAddress(): (row: WorkRow) => string | undefined {
  const address = useAddress()
  const pages: Partial<Record<WorkRow['subjectType'], string>> = { caseFile: 'pocketAdmissionCase', prospect: 'pocketSource', person: 'pocketMember' }
  return ({ kind, subjectType, subjectId }) => {
    if (subjectType === 'transfer') return address('pocketTransfers')
    if (kind === 'reconciling') return address('pocketReconciliations')
    if (kind === 'awayExcuse') return address('pocketAwayQuestion')
    const page = pages[subjectType]
    return page && address(page, { id: subjectId })
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function WorkCard({ row, first }: { row: WorkRow; first: boolean }) {
  const { today } = useDesk()
  const to = usePocketAddress()(row)
  // What has no page on the phone opens its page of the office, which is readable there.
  const officePage = useSubjectAddress()(row)
  const due = dueOf(row, today)
  const returned = row.kind === 'returnedFile'
  const words = word(returned ? 'pocketSeePoints' : 'pocketOpen')
  const dueLine = word('pocketDue', { due: capital(dueText(due)), day: dayText(row.dueOn as PlainDate) })
  const mark = returned ? <StatusMark shape="returned" strong>{word('pocketReturned')}</StatusMark> : <StatusMark shape={dueShape(due)} strong>{capital(dueText(due))}</StatusMark>
  return (
    <PocketCard mark={mark} title={returned ? subjectName(row) : `${subjectName(row)} – ${kindNames[row.kind].toLowerCase()}`} first={first} {...(to && !first ? { to } : {})}
      {...(first ? {} : { note: row.nextAct })}
      {...(first ? { act: to ? <LinkButton look="main" to={to}>{words}</LinkButton> : <Button look="main" onClick={() => window.location.assign(officePage)}>{words}</Button> } : {})}>
      {first && (
        <>
          <p>{row.nextAct}</p>
          <p className="pocket-note">{returned ? dueLine : say('due.on', { day: dayText(row.dueOn as PlainDate) })}</p>
        </>
      )}
    </PocketCard>
  )
}

function Cards({ list }: { list: WorkList }) {
  const address = useAddress()
  const cards = cardsOf(list.rows)
  const rows = cards.slice(0, CARDS)
  const rest = cards.length - rows.length
  if (rows.length === 0) return <p className="empty">{word('pocketEmpty')}</p>
  return (
    <>
      {rows.map((row, i) => <WorkCard key={rowKey(row)} row={row} first={i === 0} />)}
      {rest > 0 && <Button look="quiet" onClick={() => window.location.assign(address('work'))}>{word('pocketMore', { n: rest })}</Button>}
    </>
  )
}

/** What the secretary of a cell must do, and nothing else: five cards at most, the first one open with its act. */
export default function PocketWorkScreen() {
  const { organisation, today } = useDesk()
  const address = useAddress()
  const read = useRead([ROOM, 'pocket'], (signal) => reminders.listWork({ owner: 'cell', size: 50 }, { signal }), { kept: true })
  return (
    <PocketPage title={word('pocketTitle')} lead={<><p>{organisation}</p><p>{weekdayText(today)}</p></>}>
      <Suspense><GivenCards /></Suspense>
      <Loaded read={read}>{(list) => <Cards list={list} />}</Loaded>
      <LinkButton to={address('pocketAdmissionCases')}>{word('pocketFiles')}</LinkButton>
      <LinkButton to={address('pocketSources')}>{word('pocketSources')}</LinkButton>
      <LinkButton to={address('pocketTransfers')}>{word('pocketTransfers')}</LinkButton>
      <LinkButton to={address('pocketQuality')}>{word('pocketQuality')}</LinkButton>
      <p><AppLink to={address('pocketAccount')}>{word('pocketAccount')}</AppLink></p>
    </PocketPage>
  )
}
