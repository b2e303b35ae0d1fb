import { AppLink, Box, countText, DataTable, dayText, FailureBox, LinkButton, momentText, Section, Timeline, useAddress, type Column } from '../../../../platform/ui-kit/index.ts'
import { useTree, type Node, type Organisation } from '../client.ts'
import { committeeNames, word } from '../words.vi.ts'
import { spanText } from './brief.tsx'

type Post = Organisation['posts'][number]
type Committee = Organisation['committees'][number]

function Posts({ one }: { one: Organisation }) {
  const address = useAddress()
  const columns: Column<Post>[] = [
    { id: 'position', title: word('postPosition'), cell: (post) => post.positionName },
    { id: 'person', title: word('postPerson'), cell: (post) => <AppLink to={address('member', { id: post.personId })}>{post.fullName}</AppLink> },
    { id: 'from', title: word('postFrom'), cell: (post) => dayText(post.from), tight: true },
    { id: 'until', title: word('postUntil'), cell: (post) => (post.lastDay ? dayText(post.lastDay) : word('toToday')), tight: true },
    { id: 'basis', title: word('postBasis'), cell: (post) => post.basis },
  ]
  return <DataTable caption={word('postsCaption')} columns={columns} rows={one.posts} rowKey={(post) => post.id} rowHref={(post) => address('member', { id: post.personId })} empty={word('postsNone')} />
}

const termColumns: Column<Committee>[] = [
  { id: 'term', title: word('termName'), cell: (each) => each.termName },
  { id: 'span', title: word('termSpan'), cell: spanText, tight: true },
  { id: 'kind', title: word('termKind'), cell: (each) => committeeNames[each.kind] },
  { id: 'seats', title: word('termSeats'), number: true, cell: (each) => countText(each.electedSeats) },
  { id: 'basis', title: word('postBasis'), cell: (each) => each.basis },
]

/** The committee of the day with its posts, and the terms before it. */
export function CommitteePart({ one }: { one: Organisation }) {
  const { committee } = one
  if (!committee && one.posts.length === 0) return <p className="empty">{word('committeeNone')}</p>
  return (
    <>
      <Section title={word('committeeNow')} note={committee && word('termRange', { term: committee.termName, range: spanText(committee) })}>
        {committee ? (
          <p className="hint">
            {word('committeeFacts', { kind: committeeNames[committee.kind], seats: countText(committee.electedSeats) })}
            {committee.standingSeats > 0 && word('committeeStanding', { n: committee.standingSeats })}
            {committee.basis && ` · ${word('committeeBasis', { basis: committee.basis })}`}
          </p>
        ) : <p className="hint">{word('noTerm')}</p>}
        <Posts one={one} />
      </Section>
      {one.committees.length > 1 && (
        <Section title={word('earlierTerms')}>
          <DataTable caption={word('earlierTerms')} columns={termColumns} rows={one.committees} rowKey={(each) => each.id} />
        </Section>
      )}
    </>
  )
}

/** The organisations directly below, with their numbers. */
export function Below({ one }: { one: Organisation }) {
  const address = useAddress()
  const read = useTree({ root: one.id })
  const to = (node: Node) => address('organisation', { id: node.id })
  const figure = (of: (counts: NonNullable<Node['counts']>) => number) => (node: Node) => node.counts && countText(of(node.counts))
  const rows = read.value?.rows.filter((row) => row.id !== one.id) ?? []
  const columns: Column<Node>[] = [
    { id: 'name', title: word('belowName'), cell: (node) => <AppLink to={to(node)}>{node.name}</AppLink> },
    { id: 'code', title: word('belowCode'), cell: (node) => node.code, tight: true },
    ...(rows.some((row) => row.hasChildren) ? [{ id: 'cells', title: word('belowCells'), number: true, cell: (node: Node) => countText(node.cells) }] : []),
    { id: 'members', title: word('belowMembers'), number: true, cell: figure((counts) => counts.members) },
    { id: 'full', title: word('belowFull'), number: true, cell: figure((counts) => counts.full) },
    { id: 'probationary', title: word('belowProbationary'), number: true, cell: figure((counts) => counts.probationary) },
    { id: 'women', title: word('belowWomen'), number: true, cell: figure((counts) => counts.women) },
    { id: 'term', title: word('belowTerm'), cell: (node) => node.termLastDay && dayText(node.termLastDay), tight: true },
  ]
  return (
    <>
      {read.failure && <FailureBox failure={read.failure} onRetry={read.again} />}
      <DataTable caption={word('belowCaption', { name: one.name })} columns={columns} rows={rows} rowKey={(node) => node.id} rowHref={to} waiting={read.waiting} empty={word('belowNone')} total={rows.length} pageSize={Math.max(1, rows.length)} />
    </>
  )
}

/** Where the members of a cell are listed. */
export function MembersPart({ one }: { one: Organisation }) {
  const address = useAddress()
  const n = one.figures?.members
  if (n === undefined) return <p className="empty">{word('noFigures')}</p>
  if (n === 0) return <p className="empty">{word('membersNone')}</p>
  return <Box><LinkButton to={address('members', {}, { 'to-chuc': one.id })}>{word('membersLink', { n: countText(n), name: one.name })}</LinkButton></Box>
}

/** Founding, renaming, merging and the like, newest first. */
export function History({ one }: { one: Organisation }) {
  if (one.acts.length === 0) return <p className="empty">{word('historyNone')}</p>
  const newest = [...one.acts].sort((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))
  return (
    <Timeline
      entries={newest.map((act, i) => ({
        id: `${act.effectiveOn} ${i}`, day: dayText(act.effectiveOn), year: act.effectiveOn.slice(0, 4), title: act.kindName,
        note: [act.decisionNumber && word('historyDecision', { number: act.decisionNumber }), act.note, word('historyRecorded', { moment: momentText(act.recordedAt) })].filter(Boolean).join(' · '),
      }))}
    />
  )
}
