import type { PlainDate } from '../kernel/index.ts'
import { again, dated, from, carriedInto2026, quotedIn2026, readUntil2025A, since } from './dated.ts'
import type { Due, Settings } from './due.ts'
import { cite } from './instruments.ts'
import { aNumber, oneOf } from './shapes.ts'
import { addWorkingDays } from './working-days.ts'

const fromMemory = { P2011: 'memory', P2016: 'memory', P2021: 'memory', P2025A: 'memory', P2025B: 'memory', P2026A: 'memory', P2026B: 'memory' } as const

/** Working days to answer a background check inside the country. Counted from, and picked by, the day the request is sent. */
export const backgroundReplyWorkingDays = dated('admission.backgroundReplyWorkingDays', { unit: 'workingDays', pickedBy: 'requestSent', shape: aNumber },
  again(30, fromMemory))

/** Working days to answer a background check abroad. Counted from, and picked by, the day the request is sent. */
export const backgroundReplyAbroadWorkingDays = dated('admission.backgroundReplyAbroadWorkingDays',
  { unit: 'workingDays', pickedBy: 'requestSent', shape: aNumber }, again(90, fromMemory))

const CLAUSE_431 = { P2016: 'điểm 4.3.1', P2025A: 'điểm 4.3.1' } as const

/** Working days for the deciding committee. Counted from the cell's resolution; picked by the cell meeting. */
export const decisionWorkingDays = dated('admission.decisionWorkingDays', { unit: 'workingDays', pickedBy: 'cellMeeting', shape: aNumber },
  again(60, { ...readUntil2025A, P2021: 'memory', P2025B: 'secondary', ...carriedInto2026 }, CLAUSE_431))

/** Working days by which a special case may be extended, once. Picked by the cell meeting. */
export const decisionExtensionWorkingDays = dated('admission.decisionExtensionWorkingDays', { unit: 'workingDays', pickedBy: 'cellMeeting', shape: aNumber },
  again(30, { P2011: 'memory', P2016: 'verified', P2021: 'memory', P2025A: 'verified', P2025B: 'secondary', ...carriedInto2026 }, CLAUSE_431))

/** The event that starts the decision clock. Picked by the cell meeting. */
export const decisionClockStart = dated<'cellResolution' | 'arrivalOfFile'>('admission.decisionClockStart',
  { pickedBy: 'cellMeeting', shape: oneOf('cellResolution', 'arrivalOfFile') },
  again('cellResolution', { P2011: 'memory', P2016: 'verified', P2021: 'memory', P2025A: 'verified', P2025B: 'secondary', ...carriedInto2026 }, CLAUSE_431))

/** Working days within which the ceremony is held; later only with the superior's consent. Picked by the day of the decision. */
export const ceremonyWorkingDays = dated('admission.ceremonyWorkingDays', { unit: 'workingDays', pickedBy: 'decision', shape: aNumber },
  again(30, { ...readUntil2025A, P2025B: 'secondary', ...quotedIn2026 }))

/** The event that starts the ceremony clock; `unknown` for 20-QĐ/TW. Picked by the day of the decision. */
export const ceremonyClockStart = dated<'receiptOfDecision' | 'dateOfDecision' | 'unknown'>('admission.ceremonyClockStart',
  { pickedBy: 'decision', shape: oneOf('receiptOfDecision', 'dateOfDecision') }, [
    since('P2011', 'receiptOfDecision', 'memory'),
    since('P2016', 'receiptOfDecision', 'verified'),
    since('P2021', 'receiptOfDecision', 'verified'),
    since('P2025A', 'receiptOfDecision', 'verified'),
    since('P2025B', 'receiptOfDecision', 'secondary'),
    since('P2026A', 'unknown', 'memory'),
    since('P2026B', 'dateOfDecision', 'secondary'),
  ])

/** Who decides where a grassroots committee is authorised; `unknown` for 20-QĐ/TW. Picked by the day of the decision. */
export const decisionBodyGrassroots = dated<'collectiveCommittee' | 'grassrootsStandingBoard' | 'unknown'>('admission.decisionBodyGrassroots',
  { pickedBy: 'decision', shape: oneOf('collectiveCommittee', 'grassrootsStandingBoard') }, [
    since('P2011', 'collectiveCommittee', 'memory'),
    since('P2016', 'collectiveCommittee', 'secondary'),
    since('P2021', 'collectiveCommittee', 'secondary'),
    since('P2025A', 'collectiveCommittee', 'secondary'),
    since('P2025B', 'collectiveCommittee', 'secondary'),
    since('P2026A', 'unknown', 'memory'),
    since('P2026B', 'grassrootsStandingBoard', 'secondary'),
  ])

/** Which level above the grassroots decides where no grassroots committee is authorised. Picked by the day of the decision. */
export const decisionBodySuperior = dated<'districtStandingBoard' | 'directSuperiorOrProvince' | 'province' | 'unknown'>('admission.decisionBodySuperior',
  { pickedBy: 'decision', shape: oneOf('districtStandingBoard', 'directSuperiorOrProvince', 'province') }, [
    since('P2011', 'districtStandingBoard', 'memory'),
    since('P2016', 'districtStandingBoard', 'verified', 'điểm 4.3.2'),
    since('P2021', 'districtStandingBoard', 'memory'),
    since('P2025A', 'districtStandingBoard', 'memory'),
    since('P2025B', 'directSuperiorOrProvince', 'verified', 'điểm 4.3.2'),
    since('P2026A', 'unknown', 'memory'),
    since('P2026B', 'province', 'secondary'),
  ])

/** Working days to open the member's dossier. Counted from, and picked by, the ceremony. */
export const dossierOpeningWorkingDays = dated('admission.dossierOpeningWorkingDays', { unit: 'workingDays', pickedBy: 'ceremony', shape: aNumber }, [
  ...again(30, { P2011: 'memory', P2016: 'memory', P2021: 'memory' }),
  from('2022-01-18', 30, cite('HD-12-2022', 'điểm 2.2', 'secondary')),
  from('2025-11-01', 30, cite('SOTAY-2025', '', 'secondary')),
])

/**
 * Working days for the cell to send its resolution up. No central paper says it; the number is that of the one handbook known.
 * Counted from, and picked by, the cell meeting.
 */
export const sendUpWorkingDays = dated('admission.sendUpWorkingDays', { unit: 'workingDays', pickedBy: 'cellMeeting', shape: aNumber }, [
  since('P2011', 5, 'inferred', '', 'QUY-UOC'),
  from('2025-11-01', 5, cite('SOTAY-2025', '', 'secondary')),
])

/** Working days proposed for mending a returned file; no paper says it. Counted from, and picked by, the day of the return. */
export const returnedFileWorkingDays = dated('admission.returnedFileWorkingDays', { unit: 'workingDays', pickedBy: 'fileReturned', shape: aNumber },
  [since('P2011', 15, 'inferred', '', 'QUY-UOC')])

/** Last day for the answer to a background check sent on the day. */
export function backgroundReplyDue(sentOn: PlainDate, abroad: boolean, { overrides, swaps }: Settings = {}): Due {
  const rule = (abroad ? backgroundReplyAbroadWorkingDays : backgroundReplyWorkingDays).usedOn(sentOn, overrides)
  return { startsOn: sentOn, dueOn: addWorkingDays(sentOn, rule.value, swaps), rules: [rule] }
}

export type DecisionClock = { readonly resolvedOn: PlainDate; readonly fileArrivedOn?: PlainDate | undefined; readonly extended?: boolean }

/**
 * Last day for the decision on a case the cell resolved on `resolvedOn`; `extended` adds the extension.
 * `undefined` only where an override counts from the arrival of the file and it has not arrived.
 */
export function decisionDue({ resolvedOn, fileArrivedOn, extended }: DecisionClock, { overrides, swaps }: Settings = {}): Due | undefined {
  const clock = decisionClockStart.usedOn(resolvedOn, overrides)
  const length = decisionWorkingDays.usedOn(resolvedOn, overrides)
  const extension = extended ? [decisionExtensionWorkingDays.usedOn(resolvedOn, overrides)] : []
  const startsOn = clock.value === 'cellResolution' ? resolvedOn : fileArrivedOn
  if (!startsOn) return undefined
  const days = length.value + extension.reduce((sum, rule) => sum + rule.value, 0)
  return { startsOn, dueOn: addWorkingDays(startsOn, days, swaps), rules: [length, clock, ...extension] }
}

export type CeremonyClock = { readonly decidedOn: PlainDate; readonly receivedOn?: PlainDate | undefined }

/**
 * Last day for the ceremony. `missing` names what is not known: the receipt of the decision, or the rule itself;
 * then the limit is counted from the decision's own day, which is never too late.
 */
export function ceremonyDue({ decidedOn, receivedOn }: CeremonyClock, { overrides, swaps }: Settings = {}): Due & { missing?: 'receivedOn' | 'rule' } {
  const clock = ceremonyClockStart.usedOn(decidedOn, overrides)
  const length = ceremonyWorkingDays.usedOn(decidedOn, overrides)
  const missing = clock.value === 'unknown' ? 'rule' : clock.value === 'receiptOfDecision' && !receivedOn ? 'receivedOn' : undefined
  const startsOn = clock.value === 'receiptOfDecision' && receivedOn ? receivedOn : decidedOn
  return { startsOn, dueOn: addWorkingDays(startsOn, length.value, swaps), rules: [length, clock], ...(missing && { missing }) }
}

/** Last day to open the member's dossier after the ceremony. */
export function dossierOpeningDue(heldOn: PlainDate, { overrides, swaps }: Settings = {}): Due {
  const rule = dossierOpeningWorkingDays.usedOn(heldOn, overrides)
  return { startsOn: heldOn, dueOn: addWorkingDays(heldOn, rule.value, swaps), rules: [rule] }
}
