import type { PlainDate } from '../../kernel/index.ts'
import { describeValue, findRule, type RuleUse } from '../../regulations/index.ts'
import type { Deadlines, DueItem, DueKind } from '../reminders/index.ts'
import { sentenceOf } from './answers.ts'
import { actorOfClock, clocksOf, runningClocks, type Clock } from './clocks.ts'
import type { ActKind, ClockKind } from './codes.ts'
import { nextActSentences } from './messages.vi.ts'
import type { CaseFile } from './model.ts'
import { judge, nextActOf, type Judged } from './next-act.ts'
import { probationOf } from './probation.ts'
import { loadCases, openFiles } from './queries/cases.ts'
import { listProbationersWithoutFile, type Probationer } from './queries/probationers.ts'
import { loadSettings } from './queries/settings.ts'

/** What each clock is called on the Monday list. Certificates are the business of the sources. */
const kindOfClock: Readonly<Partial<Record<ClockKind, DueKind>>> = {
  verification: 'backgroundCheck', freshness: 'documentsMissing', sendUp: 'resolutionToSendUp', decision: 'admissionDecision', ceremony: 'admissionCeremony', dossierOpening: 'dossierOpening',
  returned: 'returnedFile', cellConsiders: 'confirmation', confirmationDecision: 'confirmation',
}

const shownRule = (rule: RuleUse | undefined): DueItem['rule'] => (rule ? { value: describeValue(findRule(rule.key)!, rule.value), source: rule.citation } : null)

const bornYear = (bornOn: string | null): number | null => (bornOn ? Number(bornOn.slice(0, 4)) : null)

function itemOf(judged: Judged, clock: Clock, kind: DueKind): DueItem {
  const { file } = judged
  const next = nextActOf(judged)!
  // An answer that is late is chased beside whatever the file waits for otherwise.
  const chased: ActKind | undefined = clock.kind === 'verification' ? 'recordVerificationReply' : undefined
  return {
    kind, subjectId: file.id, subjectType: 'caseFile', personId: file.personId, personName: file.personName, bornYear: bornYear(file.bornOn), organisationId: file.cellId, dueOn: clock.dueOn,
    nextActCode: chased ?? next.code, nextAct: chased ? nextActSentences[chased]! : sentenceOf(judged, next), owner: chased ? actorOfClock(file, clock.kind) : next.owner,
    counting: clock.counting, rule: shownRule(clock.rules[0]),
  }
}

/** The earliest clock of each kind that runs over a file, as far as the list asks for it. */
function clocksAsked(file: CaseFile, clocks: readonly Clock[], asked: (kind: DueKind, dueOn: PlainDate) => boolean): [DueKind, Clock][] {
  const earliest = new Map<DueKind, Clock>()
  for (const clock of runningClocks(file, clocks)) {
    const kind = kindOfClock[clock.kind]
    const known = kind && earliest.get(kind)
    if (kind && (!known || clock.dueOn < known.dueOn)) earliest.set(kind, clock)
  }
  return [...earliest].filter(([kind, clock]) => asked(kind, clock.dueOn))
}

function itemOfProbationer(probationer: Probationer, settings: Judged['settings']): DueItem {
  const { dueOn, rule } = probationOf(probationer, settings)
  return {
    kind: 'confirmation', subjectId: probationer.personId, subjectType: 'person', personId: probationer.personId, personName: probationer.personName, bornYear: bornYear(probationer.bornOn),
    organisationId: probationer.cellId, dueOn, nextActCode: 'openConfirmation', nextAct: nextActSentences.openConfirmation!, owner: 'cell', counting: 'workingDays', rule: shownRule(rule),
  }
}

const ownKinds = new Set<DueKind>(Object.values(kindOfClock))

/** What falls due in files of admission and confirmation, and for probationary members without a file; a fixed number of statements however many there are. */
export const admissionDeadlines: Deadlines = async (ctx, { until, organisationId, kinds }) => {
  const wanted = (kind: DueKind) => ownKinds.has(kind) && (!kinds?.length || kinds.includes(kind))
  if (kinds?.length && !kinds.some(wanted)) return []
  const settings = await loadSettings(ctx.db)
  const asked = (kind: DueKind, dueOn: PlainDate) => wanted(kind) && dueOn <= until
  const files = await loadCases(ctx.db, openFiles({ organisationId }, ctx.today))
  const probationers = wanted('confirmation') ? await listProbationersWithoutFile(ctx.db, { organisationId }, { on: ctx.today }) : []
  // Most files have nothing due for weeks: their conditions and papers need not be judged.
  const items = files.flatMap((file) => {
    const due = clocksAsked(file, clocksOf(file, ctx.today, settings), asked)
    if (due.length === 0) return []
    const judged = judge(file, ctx.today, settings)
    return due.map(([kind, clock]) => itemOf(judged, clock, kind))
  })
  return [...items, ...probationers.map((each) => itemOfProbationer(each, settings)).filter((item) => item.dueOn <= until)]
}
