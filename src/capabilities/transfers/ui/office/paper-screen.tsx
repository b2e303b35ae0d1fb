import '../transfers.css'
import type { ReactNode } from 'react'
import { partsOf, type PlainDate } from '../../../../kernel/index.ts'
import { Button, Loaded, Page, useAddress, useDesk, useParams, useRead, useViewed } from '../../../../platform/ui-kit/index.ts'
import { committeeNameOf } from '../../../organisations/ui/index.ts'
import type { PaperKind } from '../../codes.ts'
import { attachmentNames, causeNames, paperNames } from '../../messages.vi.ts'
import { ROOM, transfers, type TransferPage } from '../client.ts'
import { day, nameWithYear, uncertain } from '../marks.tsx'
import { text } from '../paper.vi.ts'
import { word } from '../words.vi.ts'

/** What every paper may say of a transfer. */
function factsOf(t: TransferPage) {
  const letter = t.letters.at(-1)
  return {
    name: t.personName, born: t.bornOn ? uncertain(t.bornOn) : '……', status: text(t.probationary ? 'asProbationer' : 'asFull'), from: t.fromName, to: t.toCell ? `${t.toCell}, ${t.toName}` : t.toName, number: letter?.number ?? '……',
    day: letter ? day(letter.issuedOn) : '……', until: letter ? day(letter.presentBy) : '……', late: t.isLate ? t.workingDays : 0, accepted: t.acceptedOn ? day(t.acceptedOn) : '……', cause: causeNames[t.cause].toLowerCase(),
    forTime: t.endsOn ? text('forTime', { day: day(t.endsOn) }) : text('forGood'),
  }
}

function dated(date: string | undefined): string {
  if (!date) return text('blankDay')
  const { year, month, day: d } = partsOf(date as PlainDate)
  // As papers are dated: no digit can be set before a day below ten, or before January and February.
  const two = (n: number) => String(n).padStart(2, '0')
  return text('noPlace', { d: two(d), m: month < 3 ? two(month) : month, y: year })
}

type Sheet = { issuer: string; number: string; date: string | undefined; title: string; to?: string; body: readonly string[]; after?: ReactNode; foot?: ReactNode }

/** A paper in the layout of the Party: issuer and number at the left, the Party's name and the day at the right. */
function OfficialPaper({ issuer, number, date, title, to, body, after, foot }: Sheet) {
  return (
    <section className="official-paper print-portrait" aria-label={title}>
      <div className="paper-head">
        <p><strong>{committeeNameOf(issuer).toUpperCase()}</strong><br />*<br />{number}</p>
        <p><span className="paper-party">{text('party')}</span><br /><em>{dated(date)}</em></p>
      </div>
      <h2 className="paper-title">{title}</h2>
      {to && <p>{text('to', { to: committeeNameOf(to) })}</p>}
      <div className="paper-text">{body.map((line) => <p key={line}>{line}</p>)}</div>
      {after}
      <div className="paper-foot">{foot ?? <p />}<p><strong>{text('signed')}</strong><br /><em>{text('signHint')}</em></p></div>
    </section>
  )
}

/** Places at which the member reports on the way; each stamps its line. */
const Boxes = () => (
  <table className="paper-boxes">
    <caption className="visually-hidden">{text('stamp')}</caption>
    <thead><tr><th>{text('stamp')}</th><th>{text('stampFrom')}</th><th>{text('stampDay')}</th><th>{text('stampSign')}</th></tr></thead>
    <tbody>{[1, 2, 3, 4].map((i) => <tr key={i}><td /><td /><td /><td /></tr>)}</tbody>
  </table>
)

function letterSheet(t: TransferPage): Sheet {
  const letter = t.letters.at(-1)
  const facts = factsOf(t)
  const attached = letter?.attachments.map((kind) => attachmentNames[kind].toLowerCase()).join('; ') || text('nothing')
  return {
    issuer: letter?.issuerName ?? t.issuer ?? '', number: text('number', { number: letter?.number ?? '……' }), date: letter?.issuedOn, title: (letter?.form ?? paperNames.letter).toUpperCase(), to: t.toName,
    body: [text('letterBody', facts), text('letterCause', facts), text('letterWith', { with: attached }), ...(letter?.duesPaidUntil ? [text('letterDues', { month: uncertain(letter.duesPaidUntil) })] : []), text('letterUntil', { ...facts, day: facts.until })],
    after: <Boxes />, foot: <p><strong>{text('receivedBy')}</strong><br /><em>{text('receivedHint')}</em></p>,
  }
}

const sheets: Readonly<Record<PaperKind, (t: TransferPage, today: string) => Sheet>> = {
  letter: letterSheet,
  reminderSender: (t, today) => ({ issuer: t.issuer ?? t.letters.at(-1)?.issuerName ?? '', number: text('numberBlank'), date: today, title: text('reminderTitle'), to: t.fromName, body: [text('reminderBody', factsOf(t)), text('reminderSender')] }),
  reminderReceiver: (t, today) => ({ issuer: t.issuer ?? t.letters.at(-1)?.issuerName ?? '', number: text('numberBlank'), date: today, title: text('reminderTitle'), to: t.toName, body: [text('reminderBody', factsOf(t)), text('reminderReceiver')] }),
  notice: (t) => ({ issuer: t.toName, number: text('numberBlank'), date: t.acceptedOn ?? undefined, title: text('noticeTitle'), to: t.letters.at(-1)?.issuerName ?? t.fromName, body: [text('noticeBody', factsOf(t))] }),
  removal: (t) => ({ issuer: t.fromName, number: text('numberBlank'), date: undefined, title: text('removalTitle'), to: t.issuer ?? '', body: [text('removalBody', factsOf(t)), text('removalAsk', factsOf(t))] }),
}

const isPaper = (name: string): name is PaperKind => Object.hasOwn(sheets, name)

/** A paper of a transfer as it stood on the day that is viewed, ready to print; none before its time. */
export default function PaperScreen() {
  const { id, paper } = useParams<{ id: string; paper: string }>()
  const { today, asOf } = useDesk()
  const viewed = useViewed()
  const address = useAddress()
  const read = useRead([ROOM, 'transfer', id], (signal) => transfers.findTransfer({ transferId: id, ...viewed }, { signal }))
  const kind = isPaper(paper) ? paper : 'letter'
  return (
    <Page title={paperNames[kind]} crumbs={[{ label: word('menu'), to: address('transfers') }, { label: read.value ? nameWithYear(read.value) : word('transfer'), to: address('transfer', { id }) }, { label: paperNames[kind] }]}
      tools={<Button onClick={() => window.print()}>{word('printIt')}</Button>}>
      <Loaded read={read}>{(transfer) => (transfer.papers.includes(kind) ? <OfficialPaper {...sheets[kind](transfer, asOf ?? today)} /> : <p>{word('noPaper')}</p>)}</Loaded>
    </Page>
  )
}
