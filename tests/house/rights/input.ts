import { newId } from '../../../src/kernel/index.ts'
import { z } from 'zod'
import type { Things } from './things.ts'

type JsonSchema = {
  type?: string | string[]; format?: string; properties?: Record<string, JsonSchema>; required?: string[]; items?: JsonSchema; enum?: unknown[]; const?: unknown
  anyOf?: JsonSchema[]; oneOf?: JsonSchema[]; minimum?: number; minLength?: number; minItems?: number; default?: unknown
}

/** Identifiers by the name of the field that asks for them; a field that is named otherwise in one room stands under `<room>.<field>`. */
export const bindings: Readonly<Record<string, (things: Things) => unknown>> = {
  organisationId: (t) => t.cellId, root: (t) => t.cellId, parentId: (t) => t.cellId, cellId: (t) => t.cellId, toCellId: (t) => t.cellId, organisation: (t) => t.code,
  personId: (t) => t.memberId, mentorId: (t) => t.mentorId, contactId: (t) => t.mentorId, exemptPresent: (t) => [t.memberId], holdingId: (t) => t.holdingId, postId: (t) => t.postId,
  documentId: (t) => t.documentId, documentIds: (t) => [t.documentId], scanId: (t) => t.scanId, verificationId: (t) => t.verificationId,
  proposalId: (t) => t.proposalId, campaignId: (t) => t.campaignId, supplementId: (t) => t.supplementId, photoId: (t) => t.photoId,
  'organisations.id': (t) => t.cellId, 'access.id': (t) => t.accountId, 'members.id': (t) => t.memberId, 'importExport.id': (t) => t.importId,
  'sourcesAndTargets.id': (t) => t.prospectId, 'admission.id': (t) => t.caseId, 'reminders.subjectId': (t) => t.confirmationId, 'reminders.id': (t) => t.assignmentId, 'reminders.accountId': (t) => t.accountId, 'reminders.organisationIds': (t) => [t.cellId], 'admission.subjectId': (t) => t.mentorId,
  dossierId: (t) => t.dossierId, itemId: (t) => t.itemId, loanId: (t) => t.loanId, handoverId: (t) => t.handoverId, remakingId: (t) => t.remakingId, inspectionId: (t) => t.inspectionId,
  pairId: (t) => t.pairId, joiningId: (t) => t.joiningId, firstId: (t) => t.memberId, secondId: (t) => t.mentorId,
  disciplineId: (t) => t.disciplineId, suspensionId: (t) => t.suspensionId, exemptionId: (t) => t.exemptionId,
  endingId: (t) => t.endingId, cardId: (t) => t.cardId, lossId: (t) => t.lossId, rangeId: (t) => t.rangeId,
  badgeId: (t) => t.badgeId, rulingId: (t) => t.rulingId, findingId: (t) => t.findingId, fromKeeperId: (t) => t.cellId, 'dossiers.toKeeperId': (t) => t.cellId, 'dossiers.scanId': (t) => t.dossierScanId, 'dossiers.personIds': (t) => [t.memberId],
  transferId: (t) => t.transferId, personIds: (t) => [t.memberId],
  'reorganisation.id': (t) => t.planId, 'reorganisation.fromId': (t) => t.cellId, 'reorganisation.toId': (t) => t.cellId,
  'conferences.id': (t) => t.conferenceId, solutionId: (t) => t.solutionId, ownerId: (t) => t.cellId, measuredAt: (t) => t.cellId,
  reconciliationId: (t) => t.reconciliationId, differenceId: (t) => t.differenceId, 'reconciling.returnId': (t) => t.markedReturnId, 'reconciling.organisationIds': (t) => [t.cellId],
  setAsideId: (t) => t.setAsideId, 'dataQuality.subjectId': (t) => t.memberId,
  periodId: (t) => t.periodId, reportId: (t) => t.reportId, submissionId: (t) => t.submissionId, 'reports.a': (t) => `submission:${t.submissionId}`, 'reports.b': (t) => `now:${t.periodId}:${t.cellId}`,
  'admission.circumstances': (t) => ({ sponsors: [{ personId: t.mentorId }] }),
}

/** Operations whose fields mean another thing than their names say elsewhere. */
const particular: Readonly<Record<string, Readonly<Record<string, (things: Things) => unknown>>>> = {
  'members.recordReturn': { id: (t) => t.awayId },
  ...Object.fromEntries(['complainOfEnding', 'reviewEnding'].map((name) => [`lifecycle.${name}`, { endingId: (t: Things) => t.endedId }])),
  ...Object.fromEntries(['withdrawCard', 'giveCardBack'].map((name) => [`cards.${name}`, { cardId: (t: Things) => t.heldCardId }])),
  'lifecycle.revokeBadge': { badgeId: (t) => t.awardedId },
  'lifecycle.proposeBadges': { personId: (t) => t.veteranId },
  ...Object.fromEntries(['takeEffect', 'undoPlan', 'draftCounterPlan', 'listMinutes'].map((name) => [`reorganisation.${name}`, { id: (t: Things) => t.actPlanId }])),
  'dossiers.openDossier': { personId: (t) => t.waitingId },
  'sourcesAndTargets.addProspect': { personId: (t) => t.newcomerId },
  'admission.openCase': { personId: (t) => t.newcomerId },
  'admission.openConfirmationForProbationer': { personId: (t) => t.waitingId },
  ...Object.fromEntries(['recordMentorRemark', 'recordClassCertificate', 'recordConfirmationVote', 'reportDeadlock', 'recordConfirmationDecision', 'recordResultReported']
    .map((name) => [`admission.${name}`, { id: (t: Things) => t.confirmationId }])),
}

/** Values that a field needs to be accepted at all. */
const plain: Readonly<Record<string, unknown>> = {
  'reports.year': 2018, 'reports.dueOn': '2019-01-20',
  signInName: 'nguoi.moi', password: 'mot-mat-khau-dai', oldPassword: 'mot-mat-khau-dai', newPassword: 'mot-mat-khau-dai-2', bornOn: '1990-05-05', since: '2018-05',
  'rulebook.key': 'admission.decisionExtensionWorkingDays', value: 2, lastDay: '2020-10-05', position: 'PBT', type: 'CHI_BO', code: '02.034.099', 'admission.code': 'KNĐ-3',
  'cards.first': '09990001', 'cards.last': '09990009', 'cards.number': '02030005',
  awardOn: '2018-11-07', years: 30, 'lifecycle.from': '2012-01-01', documentType: 'KNĐ-1', quarter: '2018-Q3', role: 'leader', year: 2018, asOf: '2018-10-05', 'audit.list': 'members', 'search.number': '001099012345', q: 'của',
  'dataQuality.rule': 'identityMissing', 'dataQuality.mark': 'abcd', 'dataQuality.weights': [{ rule: 'birthMissing', weight: 3, before: 3 }],
  'conferences.dueOn': '2018-12-01', wanted: 99,
  'memberSheet.changes': [{ field: 'temporaryResidence', after: { text: 'Thái Nguyên' } }],
}

/** Identifiers that lie nowhere in the tree. */
const nowhere = new Set(['rulebook.withdrawOverride:id', 'access.chooseRole:holdingId', 'transfers.openArrival:addressId'])

const TODAY = '2018-10-05'

export class NoInput extends Error {}

type Making = { operation: string; room: string; valueOf: (field: string) => unknown; wantsOptional: (field: string) => boolean }

export const bindingOf = (operation: string, field: string) => {
  if (nowhere.has(`${operation}:${field}`)) return undefined
  return particular[operation]?.[field] ?? bindings[`${operation.split('.')[0]}.${field}`] ?? bindings[field]
}

function makeText(schema: JsonSchema, field: string, making: Making): unknown {
  const given = plain[`${making.room}.${field}`] ?? plain[field]
  if (typeof given === 'string') return given
  if (schema.format === 'binary') return new File(['nội dung'], 'danh-sach.xlsx')
  if (schema.format === 'date') return TODAY
  if (schema.format === 'date-time') return `${TODAY}T05:00:00Z`
  if (schema.format === 'uuid') {
    if (nowhere.has(`${making.operation}:${field}`)) return newId()
    throw new NoInput(`no identifier is known for the field ${field}`)
  }
  return 'Chữ để thử'
}

function makeValue(schema: JsonSchema, field: string, making: Making): unknown {
  const bound = making.valueOf(field)
  if (bound !== undefined) return bound
  const whole = plain[`${making.room}.${field}`]
  if (typeof whole === 'object') return whole
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.includes(plain[field]) ? plain[field] : schema.enum[0]
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (variant) return makeValue(variant, field, making)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return schema.properties ? makeObject(schema, making) : {}
  if (type === 'array') return [makeValue(schema.items ?? {}, field, making)]
  if (type === 'boolean') return true
  if (type === 'integer' || type === 'number') return plain[field] ?? Math.max(1, schema.minimum ?? 1)
  if (type === 'string' || schema.format === 'binary') return makeText(schema, field, making)
  if (plain[field] !== undefined) return plain[field]
  throw new NoInput(`the field ${field} has no kind that is known`)
}

function makeObject(schema: JsonSchema, making: Making): Record<string, unknown> {
  const required = new Set(schema.required)
  return Object.fromEntries(Object.entries(schema.properties ?? {})
    .filter(([field]) => required.has(field) || making.wantsOptional(field))
    .map(([field, inner]) => [field, makeValue(inner, field, making)]))
}

const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema

/** Fields of an input that say where something lies. */
export function placedFields(operation: string, input: z.ZodType | undefined): string[] {
  if (!input) return []
  const found = new Set<string>()
  const walk = (schema: JsonSchema) => {
    for (const [field, inner] of Object.entries(schema.properties ?? {})) {
      if (bindingOf(operation, field)) found.add(field)
      walk(inner)
    }
    for (const inner of [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) if (inner) walk(inner)
  }
  walk(schemaOf(input))
  return [...found]
}

export type Where = Things | 'nowhere'

/** The same shape with identifiers of nothing. */
const unknownOnes = (example: unknown): unknown =>
  typeof example === 'string' && example.includes(':') ? example.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, () => newId()) :
  Array.isArray(example) ? example.map(unknownOnes)
    : typeof example === 'object' && example !== null ? Object.fromEntries(Object.entries(example).map(([name, value]) => [name, unknownOnes(value)])) : newId()

const bound = (operation: string, field: string, where: Where, sample: Things): unknown => {
  const binding = bindingOf(operation, field)
  if (!binding) return undefined
  if (where !== 'nowhere') return binding(where)
  return field === 'organisation' ? '99.999' : unknownOnes(binding(sample))
}

/**
 * An input for an operation, made from its schema: what is required, and every field that says where a thing lies, filled with the things
 * of a place. `elsewhere` puts one field to another place; `bare` leaves out the fields that may be left out. Throws `NoInput`.
 */
export function makeInput(
  operation: string, input: z.ZodType | undefined,
  given: { where: Where; sample: Things; version: number; elsewhere?: { field: string; where: Where } | undefined; bare?: boolean },
): unknown {
  if (!input) return undefined
  const making: Making = {
    operation, room: operation.split('.')[0]!,
    valueOf: (field) => field === 'version' ? given.version : bound(operation, field, given.elsewhere?.field === field ? given.elsewhere.where : given.where, given.sample),
    wantsOptional: (field) => !given.bare && bindingOf(operation, field) !== undefined,
  }
  const made = makeObject(schemaOf(input), making)
  const parsed = input.safeParse(made)
  if (!parsed.success) throw new NoInput(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  return parsed.data
}
