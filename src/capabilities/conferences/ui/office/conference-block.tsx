import { AppLink, countText, dayText, FailureBox, GreyLines, useAddress, useDesk, useRead } from '../../../../platform/ui-kit/index.ts'
import { conferences, ROOM, type ConferenceRow } from '../client.ts'
import { word } from '../words.vi.ts'
import { SolutionsTable } from './solutions-table.tsx'

const SHOWN = 5

/** The conference that comes next; when none is to come, the one held last. Rows: the latest first. */
const nextOf = (rows: readonly ConferenceRow[], on: string) => rows.findLast((row) => row.heldOn >= on) ?? rows[0]

function ConferenceLine({ row, isNext }: { row: ConferenceRow; isNext: boolean }) {
  const address = useAddress()
  return (
    <p>
      {word(isNext ? 'blockNext' : 'blockLast', { day: dayText(row.heldOn) })} <AppLink to={address('conference', { id: row.id })}>{row.title}</AppLink>
      {' – '}{row.organisation}, {row.concludedOn ? word('concludedOn', { day: dayText(row.concludedOn) }) : word('drafting')}; {word('blockSolutions', { n: countText(row.solutions), asked: countText(row.asked) })}
    </p>
  )
}

/** What is in the overview of conferences: the next one, and the solutions under way with whether their figures moved, those asked about first. `ordinal`: its place on the page. */
export default function ConferenceBlock({ day, ordinal }: { day: { asOf?: string; knownAt?: string }; ordinal: number }) {
  const { today } = useDesk()
  const address = useAddress()
  const held = useRead([ROOM, 'conferences', 'block'], (signal) => conferences.listConferences({ ...day, size: 20 }, { signal }))
  const decided = useRead([ROOM, 'solutions', 'block'], (signal) => conferences.listSolutions({ ...day, state: 'open', size: SHOWN }, { signal }))
  const on = day.asOf ?? today
  const shown = held.value && nextOf(held.value.rows, on)
  return (
    <section className="box term-block" aria-labelledby="conference-block">
      <h2 id="conference-block">{ordinal}. {word('blockTitle')}</h2>
      <FailureBox failure={held.failure ?? decided.failure} onRetry={() => { held.again(); decided.again() }} />
      {!held.value && !held.failure && <GreyLines />}
      {held.value && (shown ? <ConferenceLine row={shown} isNext={shown.heldOn >= on} /> : <p>{word('blockNone')}</p>)}
      {decided.value && decided.value.total > 0 && <SolutionsTable caption={word('blockOpen', { n: countText(decided.value.total) })} solutions={decided.value.rows} withConference />}
      <p><AppLink to={address('conferences')}>{word('blockAll')}</AppLink></p>
    </section>
  )
}
