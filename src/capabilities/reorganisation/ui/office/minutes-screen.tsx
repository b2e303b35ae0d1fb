import '../reorganisation.css'
import { Button, countText, DataTable, Loaded, Page, say, Section, useAddress, useAddressState, useParams, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { carriedKinds, type CarriedKind } from '../../codes.ts'
import { carriedNames } from '../../messages.vi.ts'
import { reorganisation, ROOM, type Minutes } from '../client.ts'
import { day } from '../marks.tsx'
import { fileKindName, word } from '../words.vi.ts'

type Line = Minutes['people'][number]

function columnsOf(kind: CarriedKind, ordinals: ReadonlyMap<string, number>): Column<Line>[] {
  return [
    { id: 'ordinal', title: word('ordinal'), number: true, cell: (line) => ordinals.get(line.subjectId) },
    { id: 'name', title: word('colPerson'), width: '26%', cell: (line) => line.fullName }, { id: 'born', title: word('colBorn'), number: true, cell: (line) => line.bornOn?.slice(0, 4) ?? '' },
    ...(kind === 'member' ? [{ id: 'status', title: word('colStatus'), cell: (line: Line) => line.status ?? '' }, { id: 'card', title: word('colCard'), number: true, cell: (line: Line) => line.cardNumber ?? '' }] : []),
    ...(kind === 'caseFile' ? [{ id: 'file', title: word('colFile'), cell: (line: Line) => fileKindName(line.fileKind) }] : []),
    ...(kind === 'dossier' ? [{ id: 'papers', title: word('colPapers'), number: true, cell: (line: Line) => countText(line.papers) }] : []),
    { id: 'from', title: word('colFrom'), width: '22%', cell: (line) => line.from }, { id: 'to', title: word('colInto'), width: '22%', cell: (line) => line.to },
  ]
}

function Lists({ minutes }: { minutes: Minutes }) {
  return carriedKinds.map((kind) => {
    const lines = minutes.people.filter((line) => line.kind === kind)
    if (lines.length === 0) return null
    return (
      <Section key={kind} title={carriedNames[kind]} note={word('total', { n: countText(lines.length) })}>
        <DataTable caption={carriedNames[kind]} columns={columnsOf(kind, new Map(lines.map(({ subjectId }, i) => [subjectId, i + 1])))} rows={lines} rowKey={(line) => line.subjectId} />
      </Section>
    )
  })
}

/** The minutes of handover: lists of members, files and dossiers, signed by both sides. */
export default function MinutesScreen() {
  const { id } = useParams<{ id: string }>()
  const address = useAddress()
  const [state] = useAddressState({ tu: '', den: '' })
  const read = useRead([ROOM, 'minutes', id, state.tu, state.den], (signal) => reorganisation.listMinutes({ id, fromId: state.tu || id, ...(state.den ? { toId: state.den } : {}) }, { signal }))
  return (
    <Page title={word('minutes')} crumbs={[{ label: word('menu'), to: address('reorganisations') }, { label: read.value?.title ?? word('plan'), to: address('reorganisation', { id }) }, { label: word('minutes') }]}
      tools={<Button onClick={() => window.print()}>{say('ui.print')}</Button>}>
      <Loaded read={read} lines={10}>
        {(minutes) => (
          <>
            <p>{word('minutesNote', { decision: word('decisionLine', { number: minutes.decisionNumber, day: day(minutes.decidedOn), by: minutes.issuedBy }), from: minutes.from, day: day(minutes.effectiveOn) })}{minutes.to && ` ${word('minutesTo', { to: minutes.to })}.`}</p>
            <Lists minutes={minutes} />
            {minutes.outsideReach > 0 && <p className="hint">{word('outside', { n: countText(minutes.outsideReach) })}</p>}
            <div className="minutes-signs">
              {(['giver', 'taker', 'witness'] as const).map((who) => <p key={who}><strong>{word(who)}</strong><br /><span className="hint">{word('sign')}</span></p>)}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}
