import { addDays, dayInVietnam, formatUncertainDate, type PlainDate, type UncertainDate } from '../../kernel/index.ts'
import { fillIn } from '../../platform/words.ts'
import { endNames, eventWords as words, fieldNames, overlayNames, statusNames } from './messages.vi.ts'
import { positionName } from './positions.ts'
import type { CardNumberSeen, CorrectionRow, MembershipSeen, OverlaySeen, PlacementSeen, PostSeen, StatusSeen } from './queries/record.ts'

export type TimelineEvent = { kind: string; on: string; title: string; detail: string | null; basis: string | null; recordedAt: string | null }

/** Something in the life of a person that another room keeps. `isCovered`: of a secrecy class that is opened only for a reason. */
export type LifeEvent = TimelineEvent & { readonly isCovered?: boolean }

export type RecordSeen = {
  readonly memberships: readonly MembershipSeen[]
  readonly placements: readonly PlacementSeen[]
  readonly statuses: readonly StatusSeen[]
  readonly posts: readonly PostSeen[]
  readonly overlays: readonly OverlaySeen[]
  readonly corrections: readonly CorrectionRow[]
  readonly cards: readonly CardNumberSeen[]
  /** What rooms above keep, already without what is covered. */
  readonly life: readonly TimelineEvent[]
}

type Told = Omit<TimelineEvent, 'detail' | 'basis' | 'recordedAt'> & Partial<TimelineEvent>
const event = (told: Told): TimelineEvent => ({ detail: null, basis: null, recordedAt: null, ...told })
const dayAfter = (lastDay: PlainDate): PlainDate => addDays(lastDay, 1)

function ofMembership(m: MembershipSeen, placements: readonly PlacementSeen[]): TimelineEvent[] {
  const { recordedAt } = m
  const cell = placements.find((p) => p.from === m.ceremonyOn)?.cell
  const events: TimelineEvent[] = []
  if (m.decidedOn) events.push(event({ kind: 'decided', on: m.decidedOn, title: words.decided, basis: m.decisionNumber, recordedAt }))
  if (m.ceremonyOn) events.push(event({ kind: 'ceremony', on: m.ceremonyOn, title: cell ? fillIn(words.ceremony, { cell }) : words.ceremonyAnywhere, recordedAt }))
  if (m.admittedOn && m.admittedOn !== m.ceremonyOn) events.push(event({ kind: 'admitted', on: m.admittedOn, title: words.admitted, recordedAt }))
  if (m.confirmedOn) events.push(event({ kind: 'confirmed', on: m.confirmedOn, title: words.confirmed, recordedAt }))
  if (m.confirmationSignedOn) {
    const isLate = m.confirmedOn !== null && m.confirmationSignedOn > m.confirmedOn
    const confirmedOn = m.confirmedOn ? formatUncertainDate(m.confirmedOn as UncertainDate) : ''
    events.push(event({ kind: 'signed', on: m.confirmationSignedOn, title: isLate ? fillIn(words.signedLate, { confirmedOn }) : words.signed, basis: m.confirmationNumber, recordedAt }))
  }
  if (m.endedOn) events.push(event({ kind: 'departed', on: m.endedOn, title: endNames[m.endKind!], basis: m.endBasis, recordedAt }))
  return events
}

function ofPlacements(placements: readonly PlacementSeen[], memberships: readonly MembershipSeen[]): TimelineEvent[] {
  return placements.flatMap((p, i) => {
    if (memberships.some((m) => m.ceremonyOn === p.from)) return []
    const former = placements[i - 1]
    const title = former ? fillIn(words.moved, { from: former.cell, cell: p.cell }) : fillIn(words.placed, { cell: p.cell })
    return [event({ kind: 'placed', on: p.from, title, basis: p.basis, recordedAt: p.recordedAt })]
  })
}

function ofPosts(posts: readonly PostSeen[]): TimelineEvent[] {
  return posts.flatMap((p) => {
    const facts = { position: positionName(p.position), organisation: p.organisation }
    const begun = event({ kind: 'postTaken', on: p.from, title: fillIn(words.postTaken, facts), basis: p.basis, recordedAt: p.recordedAt })
    return p.lastDay ? [begun, event({ kind: 'postEnded', on: dayAfter(p.lastDay), title: fillIn(words.postEnded, facts), recordedAt: p.recordedAt })] : [begun]
  })
}

function ofOverlays(overlays: readonly OverlaySeen[]): TimelineEvent[] {
  return overlays.flatMap((o) => {
    const isAway = o.kind === 'away'
    const kind = overlayNames[o.kind]
    const title = isAway ? fillIn(words.away, { place: o.place ?? words.unknownPlace }) : kind
    const begun = event({ kind: o.kind, on: o.since ?? o.from, title, detail: o.note, recordedAt: o.recordedAt })
    const ended = o.lastDay && event({ kind: `${o.kind}Ended`, on: dayAfter(o.lastDay), title: isAway ? words.returned : fillIn(words.overlayEnded, { kind }), recordedAt: o.recordedAt })
    return ended ? [begun, ended] : [begun]
  })
}

/** Statuses that are not told by admission and confirmation already. */
const ofStatuses = (statuses: readonly StatusSeen[], memberships: readonly MembershipSeen[]): TimelineEvent[] =>
  statuses
    .filter((s, i) => i > 0 && !memberships.some((m) => m.confirmedOn === s.from || m.ceremonyOn === s.from))
    .map((s) => event({ kind: 'status', on: s.from, title: statusNames[s.status], basis: s.basis, recordedAt: s.recordedAt }))

const ofCorrections = (corrections: readonly CorrectionRow[]): TimelineEvent[] =>
  corrections.map((c) => event({
    kind: 'corrected', on: dayInVietnam(new Date(c.recordedAt)), recordedAt: c.recordedAt, basis: c.paper, detail: c.reason,
    title: fillIn(words.corrected, { fields: c.fields.map((field) => fieldNames[field as keyof typeof fieldNames] ?? field) }),
  }))

const ofCards = (cards: readonly CardNumberSeen[]): TimelineEvent[] =>
  cards.map((c) => event({ kind: 'card', on: c.from, title: fillIn(words.card, { number: c.number }), basis: c.basis, recordedAt: c.recordedAt }))

/** The same event without a word of what is covered: only that there is something on the day. */
export const coveredEvent = ({ isCovered, ...told }: LifeEvent): TimelineEvent => (isCovered ? event({ kind: 'covered', on: told.on, title: words.covered }) : told)

/** What happened to a person, newest first; a day known only to the month or year stands before the days of that month or year. */
export function timelineOf(seen: RecordSeen): TimelineEvent[] {
  const { memberships, placements } = seen
  return [
    ...memberships.flatMap((m) => ofMembership(m, placements)), ...ofPlacements(placements, memberships), ...ofStatuses(seen.statuses, memberships),
    ...ofPosts(seen.posts), ...ofOverlays(seen.overlays), ...ofCorrections(seen.corrections), ...ofCards(seen.cards), ...seen.life,
  ].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

