import type { ReactNode } from 'react'
import { AppLink, Button, clockText, Covered, dayText, FailureBox, GreyLines, LinkButton, Loaded, PocketCard, PocketPage, PocketRows, RefusedError, useAddress, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { RecordCards, RecordLead } from '../../../members/ui/pocket/parts/index.ts'
import { groupKeys, type GroupKey } from '../../codes.ts'
import { className, groupNames } from '../../messages.vi.ts'
import { members, memberSheet, ROOM, type Sheet, type ShownField, type ShownList, type Supplement } from '../client.ts'
import { openingEntry } from '../office/openings-drawer.tsx'
import { OpenForm } from '../open-form.tsx'
import { dateText, inFormOrder, itemName, sourceOf } from '../said.ts'
import { useOpened } from '../use-opened.ts'
import { proposalStateNames, supplementStateNames, word } from '../words.vi.ts'
import './pocket-sheet.css'

function Row({ item, report, children }: { item: { readonly key: string; readonly covered: boolean }; report: boolean; children: ReactNode }) {
  const address = useAddress()
  return (
    <div>
      <dt>{itemName(item.key)}</dt>
      <dd>
        {item.covered ? <Covered /> : children}
        {report && <AppLink className="sheet-report" to={address('pocketReport', {}, { muc: item.key })} aria-label={`${word('report')}: ${itemName(item.key)}`}>{word('report')}</AppLink>}
      </dd>
    </div>
  )
}

function GroupCard({ group, sheet }: { group: GroupKey; sheet: Sheet }) {
  const fields = sheet.fields.filter((each) => each.group === group)
  const lists = sheet.lists.filter((each) => each.group === group)
  return (
    <details className="pocket-card">
      <summary><h2 className="sheet-fold">{groupNames[group]}</h2></summary>
      <dl className="sheet-rows">
        {inFormOrder<ShownField | ShownList>(fields, lists).map((item) => (
          <Row key={item.key} item={item} report={item.correctable && !item.covered}>
            {'entries' in item ? (item.entries.length ? item.entries.map((entry) => <span key={entry.entryId} className="sheet-line">{entry.text}</span>) : word('notTold')) : (
              <>{item.text ?? word('notTold')}{item.difference && <span className="pocket-note">{item.difference}</span>}{sourceOf(item) && <span className="pocket-note">{sourceOf(item)}</span>}</>
            )}
          </Row>
        ))}
      </dl>
    </details>
  )
}

function OwnOpenings({ personId }: { personId: string }) {
  const read = useRead([ROOM, 'openings', personId], (signal) => memberSheet.listOpenings({ personId }, { signal }))
  return (
    <details className="pocket-card">
      <summary><h2 className="sheet-fold">{word('openings')}</h2></summary>
      <Loaded read={read}>{({ rows }) => (rows.length ? <ul className="sheet-looks">{rows.map(openingEntry).map(({ id, day, title, note }) => <li key={id}><strong>{title}</strong><span>{note}</span><span className="pocket-note">{day}</span></li>)}</ul> : <p>{word('openingsNone')}</p>)}</Loaded>
    </details>
  )
}

function OwnProposals({ personId }: { personId: string }) {
  const read = useRead([ROOM, 'proposals', personId], (signal) => memberSheet.listProposals({ personId }, { signal }))
  const rows = read.value?.rows ?? []
  if (rows.length === 0) return null
  return <PocketCard title={word('myProposals')}><PocketRows rows={rows.map((row) => ({ label: row.items.map(itemName).join(', '), value: `${proposalStateNames[row.state]} · ${dateText(row.proposedOn)}` }))} /></PocketCard>
}

function OwnSheet({ sheet }: { sheet: Sheet }) {
  const { shown, opened, left, open, cover, running, failure } = useOpened(sheet)
  return (
    <>
      <OwnProposals personId={sheet.personId} />
      {groupKeys.map((group) => <GroupCard key={group} group={group} sheet={shown} />)}
      <details className="pocket-card">
        <summary><h2 className="sheet-fold">{word('openMine')}</h2></summary>
        {opened && <p role="status">{word('opened', { time: clockText(opened.openedAt), what: opened.classes.map((each) => className[each]).join(', ') })} <Button onClick={cover}>{word('cover')}</Button></p>}
        {left.length > 0 && <OpenForm key={left.join()} classes={left} onOpen={open} running={running} failure={failure} />}
      </details>
      <OwnOpenings personId={sheet.personId} />
    </>
  )
}

function SupplementCard({ supplement }: { supplement: Supplement }) {
  const { year, state, dueOn, returnReason } = supplement
  return (
    <PocketCard first={supplement.may.answer} title={supplement.may.answer && state !== 'answered' ? word('yearlyDue', { year, day: dayText(dueOn) }) : word('yearlyState', { year, state: supplementStateNames[state] })}>
      {returnReason && <p>{word('givenBack', { reason: returnReason })}</p>}
    </PocketCard>
  )
}

/** The record and the sheet of whoever is signed in: parts folded, what is covered opened for a reason, mistakes reported beside each value. */
export default function OwnScreen() {
  const { person } = useDesk()
  const address = useAddress()
  const record = useRead(['members', 'own'], (signal) => members.findOwnMember({}, { signal }), { kept: true })
  const sheet = useRead([ROOM, 'own'], (signal) => memberSheet.findOwnSheet({}, { signal }))
  const yearly = useRead([ROOM, 'ownSupplement'], (signal) => memberSheet.findOwnSupplement(undefined, { signal }))
  const member = record.value
  const supplement = yearly.value?.supplement
  const isNobody = record.failure instanceof RefusedError && record.failure.code === 'members.ownRecordMissing'
  const mustAnswer = supplement?.may.answer && supplement.state !== 'answered'
  return (
    <PocketPage title={word('me')} lead={<><p><strong>{member?.fullName ?? person}</strong></p>{member && <RecordLead member={member} />}</>}
      bottom={mustAnswer && <LinkButton look="main" to={address('pocketSupplement')}>{word('yearly', { year: supplement.year })}</LinkButton>}>
      {supplement && <SupplementCard supplement={supplement} />}
      {member ? <RecordCards member={member} /> : isNobody ? <p className="empty">{word('noOwn')}</p> : record.failure ? <FailureBox failure={record.failure} onRetry={record.again} /> : <GreyLines />}
      {sheet.value ? <><h2 className="sheet-mine">{word('mySheet')}</h2><OwnSheet sheet={sheet.value} /></> : sheet.failure && !isNobody ? <FailureBox failure={sheet.failure} onRetry={sheet.again} /> : null}
      <p><AppLink to={address('pocketAccount')}>{word('account')}</AppLink></p>
    </PocketPage>
  )
}
