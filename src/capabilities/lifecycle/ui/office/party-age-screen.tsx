import { Basis, Button, DataTable, dayText, LoadedPage, Page, Section, StatusMark, SummaryList, useAddress, useAddressState, useDesk, useIsPast, useParams, useRead, type Column, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { lifecycle, ROOM, type PartyAge } from '../client.ts'
import { groundNames } from '../../messages.vi.ts'
import { basisNames, word } from '../words.vi.ts'
import { day } from './badge-tables.tsx'
import { EarlierForm, RevokeForm, RulingForm, WithdrawRulingForm } from './party-age-forms.tsx'

const empty = { viec: '', dong: '' }
const inYears = (months: number) => word('months', { y: Math.floor(months / 12), m: months % 12 })

function Stretches({ page }: { page: PartyAge }) {
  const columns: Column<PartyAge['stretches'][number]>[] = [
    { id: 'from', title: word('colFrom'), tight: true, cell: (row) => day(row.from) },
    { id: 'until', title: word('colUntil'), tight: true, cell: (row) => (row.until && row.until <= page.asOf ? day(row.until) : word('running')) },
    { id: 'basis', title: word('colBasis'), width: '45%', cell: (row) => basisNames[row.basis] },
    { id: 'months', title: word('colMonths'), number: true, tight: true, cell: (row) => inYears(row.months) },
  ]
  return <DataTable caption={word('stretches')} columns={columns} rows={page.stretches} rowKey={(row) => row.from} empty={word('ageNone')} totals={{ from: word('total'), months: inYears(page.months) }} totalsAt="bottom" />
}

function rulingRows(page: PartyAge, onEnd: ((id: string) => void) | undefined): SummaryRow[] {
  return page.rulings.map((ruling) => ({
    label: ruling.kind === 'countedFrom' ? word('countedFrom', { from: day(ruling.from) }) : ruling.until ? word('interruption', { from: day(ruling.from), until: day(ruling.until) }) : word('interruptionOpen', { from: day(ruling.from) }),
    value: ruling.reason, note: word('byDecision', { number: ruling.decisionNumber, day: day(ruling.decidedOn) }),
    ...(onEnd ? { act: <Button look="quiet" onClick={() => onEnd(ruling.id)}>{word('withdrawRuling')}</Button> } : {}),
  }))
}

const badgeRows = (page: PartyAge, onEnd: ((id: string) => void) | undefined): SummaryRow[] => page.badges.map((badge) => ({
  label: word('years', { n: badge.years }), value: `${day(badge.awardOn)} · ${badge.state === 'proposed' ? word('stateProposed') : groundNames[badge.ground]}`,
  ...(badge.decisionNumber ? { note: word('awardedBy', { number: badge.decisionNumber, day: day(badge.decidedOn) }) } : badge.reason ? { note: badge.reason } : {}),
  ...(onEnd && badge.state === 'awarded' ? { act: <Button look="quiet" onClick={() => onEnd(badge.id)}>{word('revoke')}</Button> } : {}),
}))

function PartyAgePage({ page }: { page: PartyAge }) {
  const address = useAddress()
  const isPast = useIsPast()
  const [state, set] = useAddressState(empty)
  const leave = () => set({ viec: '', dong: '' })
  const ruling = page.rulings.find(({ id }) => id === state.dong)
  const badge = page.badges.find(({ id }) => id === state.dong)
  const mayRule = page.may.rule && !isPast
  const mayRecord = page.may.record && !isPast
  return (
    <Page title={word('ageTitle', { name: page.person.fullName })} crumbs={[{ label: page.person.fullName, to: address('member', { id: page.person.id }) }, { label: word('ageCrumb') }]} summary={<>{page.years === null ? word('ageNone') : <strong>{word('ageYears', { n: page.years })}</strong>}{page.person.cell && ` · ${[page.person.cell, page.person.organisation].filter(Boolean).join(' – ')}`} · <Basis citation={page.startRule.citation} labelled /></>}
      acts={<>{mayRule && <Button onClick={() => set({ viec: 'quyet-dinh' })}>{word('actRule')}</Button>}{mayRecord && <Button onClick={() => set({ viec: 'huy-hieu' })}>{word('actRecord')}</Button>}</>}
      tools={<Button onClick={() => window.print()}>{word('print')}</Button>}>
      {state.viec === 'quyet-dinh' && mayRule && <RulingForm personId={page.person.id} onLeave={leave} />}
      {state.viec === 'huy-hieu' && mayRecord && <EarlierForm personId={page.person.id} onLeave={leave} />}
      {state.viec === 'bo-quyet-dinh' && mayRule && ruling && <WithdrawRulingForm personId={page.person.id} ruling={ruling} onLeave={leave} />}
      {state.viec === 'bo-huy-hieu' && mayRecord && badge && <RevokeForm badge={badge} onLeave={leave} />}
      <Section title={word('stretches')}><Stretches page={page} /></Section>
      <Section title={word('rulings')} boxed>{page.rulings.length ? <SummaryList rows={rulingRows(page, mayRule ? (dong) => set({ viec: 'bo-quyet-dinh', dong }) : undefined)} /> : <p>{word('noRulings')}</p>}</Section>
      <Section title={word('badges')} boxed>
        {page.badges.length ? <SummaryList rows={badgeRows(page, mayRecord ? (dong) => set({ viec: 'bo-huy-hieu', dong }) : undefined)} /> : <p>{word('noBadges')}</p>}
        {page.missed && <p><StatusMark shape="late">{word('missedText', { n: page.missed.years, day: dayText(page.missed.reachedOn) })}</StatusMark></p>}
        {page.next && <p>{word('nextBadge')}: <strong>{word('nextText', { n: page.next.years, day: dayText(page.next.reachedOn), award: dayText(page.next.awardOn) })}</strong></p>}
      </Section>
    </Page>
  )
}

/** Party age of a member, line by line, with what decisions say of it and the badges. */
export default function PartyAgeScreen() {
  const { id } = useParams()
  const { asOf, knownAt } = useDesk()
  const read = useRead([ROOM, 'party-age', id, asOf, knownAt], (signal) => lifecycle.findPartyAge({ personId: id!, ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }, { signal }))
  return <LoadedPage read={read} title={word('partyAge')} isThis={({ person }) => person.id === id}>{(page) => <PartyAgePage page={page} />}</LoadedPage>
}
