import { addDays } from '../../kernel/index.ts'
import type { Ctx, Seen } from '../../platform/action/index.ts'
import { fillIn } from '../../platform/words.ts'
import { partyAgeRulingsSeen, type KeptRuling, type LifeEvent, type LifeEvents } from '../members/index.ts'
import { endingKindNames } from './endings/messages.vi.ts'
import { listEndingsSeen, listEndingSteps, type Ending } from './endings/queries/endings.ts'
import { lifeWords as words } from './life.vi.ts'
import { authorityNames, measureNames, suspensionGroundNames } from './messages.vi.ts'
import { listBadgesGiven, type BadgeGiven } from './queries/badges.ts'
import { listMeasuresOf, type Discipline, type Suspension } from './queries/measures.ts'
import { disciplineMoments, suspensionMoments, type Moments } from './queries/moments.ts'

const event = (told: Pick<LifeEvent, 'kind' | 'on' | 'title'> & Partial<LifeEvent>): LifeEvent => ({ detail: null, basis: null, recordedAt: null, ...told })
const covered = (told: Parameters<typeof event>[0]): LifeEvent => ({ ...event(told), isCovered: true })
const sentences = (...each: readonly (string | null)[]): string => each.filter(Boolean).join('. ')
const paper = (number: string, issuedBy: string | null): string => [number, issuedBy].filter(Boolean).join(', ')

// Illness, for which a badge comes early, is not told.
const ofBadge = ({ years, awardOn, ground, decisionNumber, issuedBy, recordedAt }: BadgeGiven): LifeEvent => event({
  kind: 'badge', on: awardOn, title: fillIn(ground === 'early' || ground === 'posthumous' ? words[ground] : words.awarded, { years }), basis: decisionNumber && paper(decisionNumber, issuedBy), recordedAt,
})

/** Why party age was ruled on may name a discipline and is not told. */
const ofRuling = ({ kind, from, until, decisionNumber, decidedOn }: KeptRuling): LifeEvent => event({
  kind: 'partyAgeRuled', on: decidedOn, title: fillIn(kind === 'interruption' && !until ? words.interruptionOpen : words[kind], { from, until }), basis: decisionNumber,
})

function ofDiscipline(d: Discipline, at: Moments | undefined): LifeEvent[] {
  const number = d.decisionNumber
  const effect = d.effectUntil ? fillIn(words.effect, { lastDay: addDays(d.effectUntil, -1) }) : words.expelled
  return [
    covered({
      kind: 'discipline', on: d.effectiveOn, title: fillIn(words.discipline, { measure: measureNames[d.measure], authority: authorityNames[d.authority] }),
      detail: sentences(fillIn(words.ground, { ground: d.ground }), effect), basis: paper(number, d.issuedBy), recordedAt: at?.recordedAt ?? null,
    }),
    ...(d.complainedOn ? [covered({ kind: 'complained', on: d.complainedOn, title: fillIn(words.complained, { number }), detail: d.complaint, recordedAt: at?.secondAt ?? null })] : []),
    ...(d.reviewedOn ? [covered({
      kind: 'reviewed', on: d.reviewedOn, title: fillIn(d.isAnnulled ? words.annulled : words.upheld, { number }), detail: sentences(d.reviewReason, d.isAnnulled ? words.annulledEffect : null),
      basis: paper(d.reviewNumber ?? '', d.reviewedBy), recordedAt: at?.thirdAt ?? null,
    })] : []),
  ]
}

function ofSuspension(s: Suspension, at: Moments | undefined): LifeEvent[] {
  const term = s.lastDay ? fillIn(words.suspendedUntil, { lastDay: s.lastDay }) : words.suspendedOpen
  return [
    covered({
      kind: 'suspended', on: s.from, title: fillIn(words.suspended, { ground: suspensionGroundNames[s.ground].toLocaleLowerCase('vi') }), detail: sentences(fillIn(words.ground, { ground: s.reason }), term),
      basis: paper(s.decisionNumber, s.issuedBy), recordedAt: at?.recordedAt ?? null,
    }),
    ...(s.extendedOn ? [covered({ kind: 'suspensionExtended', on: s.extendedOn, title: fillIn(words.extended, { lastDay: s.lastDay }), basis: s.extensionNumber, recordedAt: at?.secondAt ?? null })] : []),
    ...(s.liftedOn ? [covered({ kind: 'suspensionLifted', on: s.liftedOn, title: words.lifted, detail: s.liftingReason, recordedAt: at?.thirdAt ?? null })] : []),
  ]
}

function ofEnding(e: Ending, momentOf: (act: string) => string | null): LifeEvent[] {
  const facts = { number: e.decisionNumber, kind: endingKindNames[e.kind].toLocaleLowerCase('vi') }
  return [
    ...(e.complainedOn ? [covered({ kind: 'complained', on: e.complainedOn, title: fillIn(words.endingComplained, facts), detail: e.complaint, recordedAt: momentOf('complain') })] : []),
    ...(e.reviewedOn ? [covered({
      kind: 'reviewed', on: e.reviewedOn, title: fillIn(e.reviewOutcome === 'annulled' ? words.endingAnnulled : words.endingUpheld, facts), detail: e.reviewReason,
      basis: paper(e.reviewNumber ?? '', e.reviewedBy), recordedAt: momentOf(e.reviewOutcome === 'annulled' ? 'annul' : 'uphold'),
    })] : []),
  ]
}

async function measuresOf(ctx: Ctx, personId: string, { knownAt }: Seen): Promise<LifeEvent[]> {
  const [laid, suspended] = [await disciplineMoments(ctx.db, personId), await suspensionMoments(ctx.db, personId)]
  return [
    ...(await listMeasuresOf(ctx.db, 'discipline', personId, knownAt)).flatMap((each) => ofDiscipline(each, laid.get(each.id))),
    ...(await listMeasuresOf(ctx.db, 'suspension', personId, knownAt)).flatMap((each) => ofSuspension(each, suspended.get(each.id))),
  ]
}

async function complaintsOf(ctx: Ctx, personId: string, seen: Seen): Promise<LifeEvent[]> {
  const steps = await listEndingSteps(ctx.db, personId, seen)
  const endings = await listEndingsSeen(ctx.db, personId, seen)
  return endings.flatMap((each) => ofEnding(each, (act) => steps.find((step) => step.endingId === each.id && step.act === act)?.recordedAt ?? null))
}

/**
 * Badges, decisions about party age, discipline, suspension and complaints of a person up to a day (inclusive), as known at a moment. Of each only what the reader may see;
 * what is said of discipline, suspension and complaints is covered. Exemptions are told by the statuses of the person.
 */
export const lifeEventsOf: LifeEvents = async (ctx, personId, seen) => {
  const may = (verb: string) => ctx.may(`lifecycle.${verb}`, { personId })
  const onAge = await may('readPartyAge')
  const rulings = onAge ? await partyAgeRulingsSeen(ctx.db, personId, seen) : []
  const events = [
    ...(onAge ? (await listBadgesGiven(ctx.db, personId, seen)).map(ofBadge) : []), ...rulings.map(ofRuling),
    ...((await may('readMeasures')) ? await measuresOf(ctx, personId, seen) : []),
    ...((await may('readEndings')) ? await complaintsOf(ctx, personId, seen) : []),
  ]
  return events.filter(({ on }) => on <= seen.on)
}
