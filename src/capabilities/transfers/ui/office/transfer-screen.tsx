import {
  AppLink, Basis, Button, Columns, Loaded, NextActBox, Page, Section, SummaryList, Timeline, useAddress, useAddressState, useDesk, useIsPast, useParams, useRead, useViewed, type SummaryRow,
} from '../../../../platform/ui-kit/index.ts'
import { ownerNames } from '../../../reminders/ui/index.ts'
import { acts, type Act } from '../../codes.ts'
import { actNames, attachmentNames, causeNames, directionNames, kindNames, paperNames, voidReasonNames } from '../../messages.vi.ts'
import { ROOM, transfers, type TransferPage } from '../client.ts'
import { day, nameWithYear, StageMark, TransferDue, uncertain } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { ActForm } from './act-forms.tsx'

function Facts({ transfer: t }: { transfer: TransferPage }) {
  const address = useAddress()
  const rows: SummaryRow[] = [
    { label: word('person'), value: t.personId ? <AppLink to={address('member', { id: t.personId })}>{nameWithYear(t)}</AppLink> : nameWithYear(t), note: t.probationary ? word('probationary') : t.personId ? undefined : word('notSeen') },
    { label: word('kind'), value: kindNames[t.kind], note: directionNames[t.direction] }, { label: word('colFrom'), value: t.fromName }, { label: word('colTo'), value: t.toName },
    ...(t.toCell ? [{ label: word('toCell'), value: t.toCell }] : []), { label: word('cause'), value: causeNames[t.cause], note: [day(t.causeOn), t.reason].filter(Boolean).join(' · ') }, { label: word('requestedOn'), value: day(t.requestedOn) },
    ...(t.consent ? [{ label: word('consent'), value: t.consent }] : []), ...(t.endsOn ? [{ label: word('endsOn'), value: day(t.endsOn) }] : []), ...(t.acceptedOn ? [{ label: word('acceptedOn'), value: day(t.acceptedOn) }] : []),
    ...(t.issuer && t.issuerRule ? [{ label: word('issuer'), value: t.issuer, note: <Basis citation={t.issuerRule.source} /> }] : []),
  ]
  return <Section title={word('facts')} boxed><SummaryList rows={rows} /></Section>
}

function Clock({ transfer: t }: { transfer: TransferPage }) {
  if (!t.clock) return null
  const rows: SummaryRow[] = [
    { label: word('clock'), value: t.clock.rule ? word('clockLine', { from: day(t.clock.startsOn), until: day(t.clock.dueOn) }) : word('clockSince', { day: day(t.clock.startsOn) }), note: t.clock.rule ? <>{t.clock.rule.value} · <Basis citation={t.clock.rule.source} /></> : word('clockNoRule') },
    ...(t.removalFrom ? [{ label: word('removalFrom'), value: day(t.removalFrom) }] : []),
  ]
  return <Section title={word('clock')} boxed><SummaryList rows={rows} narrow /></Section>
}

function Letters({ letters }: { letters: TransferPage['letters'] }) {
  const rows = letters.map((letter): SummaryRow => ({
    label: letter.form, value: word('letterLine', { number: letter.number, day: day(letter.issuedOn) }),
    note: [
      letter.issuerName, letter.voidOn ? word('voided', { reason: voidReasonNames[letter.voidReason!], day: day(letter.voidOn) }) : word('presentBy', { day: day(letter.presentBy) }), letter.handedOn && word('handed', { day: day(letter.handedOn) }),
      letter.attachments.map((kind) => attachmentNames[kind].toLowerCase()).join(', '), letter.duesPaidUntil && word('dues', { month: uncertain(letter.duesPaidUntil) }),
    ].filter(Boolean).join(' · '),
  }))
  return <Section title={word('letters')} boxed>{rows.length > 0 ? <SummaryList rows={rows} /> : <p className="hint">{word('noLetters')}</p>}</Section>
}

function Steps({ steps }: { steps: TransferPage['steps'] }) {
  const entries = steps.toReversed().map((step, i) => ({
    id: String(steps.length - i), day: day(step.occurredOn), year: step.occurredOn.slice(0, 4), title: actNames[step.act],
    note: [step.words, step.by && word('by', { name: step.by }), ...step.rules.map((rule) => `${rule.title}: ${rule.value}`)].filter(Boolean).join(' · '),
  }))
  return <Section title={word('history')}><Timeline entries={entries} shown={20} /></Section>
}

const isAct = (text: string): text is Act => (acts as readonly string[]).includes(text)

function Body({ transfer }: { transfer: TransferPage }) {
  const { today, asOf } = useDesk()
  const isPast = useIsPast()
  const address = useAddress()
  const [state, set] = useAddressState({ viec: '' })
  const next = transfer.nextAct
  const begin = (act: Act) => set({ viec: act })
  const mayNext = next && transfer.may.includes(next.code) ? next.code : undefined
  const others = transfer.may.filter((act) => act !== mayNext)
  return (
    <>
      {next ? (
        <NextActBox title={next.words} owner={ownerNames[next.owner]} due={<TransferDue row={transfer} today={(asOf ?? today) as never} />}
          acts={!state.viec && <>{mayNext && <Button look="main" onClick={() => begin(mayNext)}>{actNames[mayNext]}</Button>}{others.map((act) => <Button key={act} onClick={() => begin(act)}>{actNames[act]}</Button>)}</>} />
      ) : <p className="hint">{word('noNext')}</p>}
      {!isPast && isAct(state.viec) && transfer.may.includes(state.viec) && <ActForm key={state.viec} transfer={transfer} act={state.viec} onLeave={() => set({ viec: '' })} />}
      <Columns left={<><Facts transfer={transfer} /><Letters letters={transfer.letters} /><Steps steps={transfer.steps} /></>}
        right={<>
          <Clock transfer={transfer} />
          {transfer.papers.length > 0 && <Section title={word('papers')} boxed><ul>{transfer.papers.map((paper) => <li key={paper}><AppLink to={address('transferPaper', { id: transfer.id, paper })}>{paperNames[paper]}</AppLink></li>)}</ul></Section>}
        </>} />
    </>
  )
}

/** One transfer: the next act and who owns it, its letters, clocks and history. */
export default function TransferScreen() {
  const { id } = useParams<{ id: string }>()
  const viewed = useViewed()
  const address = useAddress()
  const read = useRead([ROOM, 'transfer', id], (signal) => transfers.findTransfer({ transferId: id, ...viewed }, { signal }))
  const transfer = read.value?.id === id ? read.value : undefined
  return (
    <Page title={transfer ? nameWithYear(transfer) : word('transfer')} crumbs={[{ label: word('menu'), to: address('transfers') }, { label: transfer ? nameWithYear(transfer) : word('transfer') }]} summary={transfer && <StageMark stage={transfer.stage} />}
      tools={<Button onClick={() => window.print()}>{word('printIt')}</Button>}>
      <Loaded read={read} lines={10}>{(value) => <Body transfer={value} />}</Loaded>
    </Page>
  )
}
