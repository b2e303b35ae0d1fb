import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, operation, pageOf, version } from '../../platform/contract/index.ts'
import { carriedKinds, fates, planStates, weights } from './codes.ts'
import { contentShape } from './content.ts'

const side = z.object({ name: z.string(), type: z.string(), typeName: z.string(), code: z.string().nullable(), parent: z.string().nullable(), members: count, full: count, cells: count })
const outcome = z.object({ organisationId: id, fate: z.enum(fates), before: side.nullable(), after: side.nullable() })
const finding = z.object({ code: z.string(), weight: z.enum(weights), text: z.string(), organisationId: id.nullable(), source: citation.nullable() })
const reach = z.object({ cells: count, members: count })
const sums = z.object({ organisations: count, cells: count, members: count, full: count })

const header = {
  id, organisationId: id, title: z.string(), effectiveOn: day.nullable(), state: z.enum(planStates), decisionNumber: z.string().nullable(), decidedOn: day.nullable(), issuedBy: z.string().nullable(),
  inForceAt: z.string().nullable(), undoneAt: z.string().nullable(), version,
}
const decision = { decisionNumber: filledLine(60), decidedOn: day, issuedBy: filledLine() }
const stateAfter = z.object({ state: z.enum(planStates), version, people: count })

/** Plans and acts that reorganise the tree: prepared, checked, decided, in force on their day, taken back or countermanded. */
export const reorganisationContract = {
  listPlans: operation({ method: 'GET', path: '/reorganisations', summary: 'Plans and acts of reorganisation that concern the own part, those before their day first' })
    .input(z.object({ state: z.enum(planStates).optional(), ...asOf, ...pageOf }))
    .output(z.object({ rows: z.array(z.object({ ...header, organisation: z.string(), people: count })), total: count, may: z.object({ plan: z.boolean() }) })),
  listUnits: operation({ method: 'GET', path: '/reorganisations/units', summary: 'Every organisation below one on a day, with members: what a plan is built from' })
    .input(z.object({ organisationId: id.optional(), ...asOf }))
    .output(z.object({
      rootId: id, on: day, types: z.array(z.object({ code: z.string(), name: z.string() })),
      rows: z.array(z.object({ id, name: z.string(), shortName: z.string(), type: z.string(), typeName: z.string(), isCell: z.boolean(), code: z.string().nullable(), parentId: id.nullable(), depth: count, members: count, full: count })),
    })),
  draftPlan: operation({ method: 'POST', path: '/reorganisations', summary: 'Begin a plan of reorganisation' })
    .input(z.object({ organisationId: id, title: filledLine(), effectiveOn: day.optional() })).output(z.object({ id })),
  findPlan: operation({ method: 'GET', path: '/reorganisations/{id}', summary: 'A plan or an act: what it says, its history, what it made of each organisation of the own part' })
    .input(z.object({ id, ...asOf }))
    .output(z.object({
      ...header, organisation: z.string(), undoneReason: z.string().nullable(), content: contentShape.nullable(), kindName: z.string().nullable(),
      counters: z.object({ id, title: z.string() }).nullable(), counteredBy: z.object({ id, title: z.string() }).nullable(),
      savings: z.array(z.object({ version: count, savedBy: z.string().nullable(), savedAt: z.string() })),
      outcomes: z.array(outcome), carried: z.array(z.object({ kind: z.enum(carriedKinds), kindName: z.string(), fromId: id, from: z.string(), toId: id, to: z.string(), count })),
      may: z.object({ edit: z.boolean(), decide: z.boolean(), takeEffect: z.boolean(), withdraw: z.boolean(), undo: z.boolean(), counter: z.boolean(), preview: z.boolean() }),
    })),
  savePlan: operation({ method: 'PUT', path: '/reorganisations/{id}', summary: 'Save what a draft says; the former version is kept' })
    .input(z.object({ id, version, title: filledLine(), effectiveOn: day.nullable(), content: contentShape })).output(z.object({ version })),
  previewPlan: operation({ method: 'GET', path: '/reorganisations/{id}/preview', summary: 'What a plan would do on its day, and what is wrong about it; nothing is written' })
    .input(z.object({ id }))
    .output(z.object({
      on: day, findings: z.array(finding), errors: count, before: sums, after: sums, outcomes: z.array(outcome),
      flows: z.array(z.object({ fromId: id, from: z.string(), toId: id.nullable(), to: z.string().nullable(), members: count, full: count, others: count })),
      roles: z.array(z.object({ holdingId: id, fullName: z.string(), role: z.string(), roleName: z.string(), fromId: id, from: z.string(), toId: id.nullable(), to: z.string().nullable() })),
      /** Roles that go on where they are and reach more or less than before; `leaves`: their holder goes to another cell. */
      reaches: z.array(z.object({ holdingId: id, fullName: z.string(), roleName: z.string(), organisation: z.string(), before: reach, after: reach, leaves: z.boolean() })),
      seats: z.array(z.object({ postId: id, personId: id, fullName: z.string(), position: z.string(), positionName: z.string(), organisation: z.string(), ends: z.boolean() })),
      papers: z.array(z.object({ kind: z.enum(['caseFile', 'confirmation', 'prospect', 'dossier']), from: z.string(), to: z.string().nullable(), count, nearest: day.nullable() })),
      targets: z.array(z.object({ organisation: z.string(), periodKind: z.string(), measure: z.string(), from: day, lastDay: day, before: count, after: count })),
    })),
  decidePlan: operation({ method: 'POST', path: '/reorganisations/{id}/decision', summary: 'Record the decision; a plan whose day has come takes effect at once' })
    .input(z.object({ id, version, ...decision })).output(stateAfter),
  takeEffect: operation({ method: 'POST', path: '/reorganisations/{id}/effect', summary: 'Put a decided plan in force whose day has come' })
    .input(z.object({ id, version })).output(stateAfter),
  withdrawPlan: operation({ method: 'POST', path: '/reorganisations/{id}/withdrawal', summary: 'Give up a plan that is not in force' })
    .input(z.object({ id, version })).output(done),
  undoPlan: operation({ method: 'POST', path: '/reorganisations/{id}/undoing', summary: 'Take an act back on the day it was put in force' })
    .input(z.object({ id, version, reason: filledLine(300) })).output(done),
  draftCounterPlan: operation({ method: 'POST', path: '/reorganisations/{id}/counter', summary: 'Begin a plan that puts back what an act in force had changed' })
    .input(z.object({ id })).output(z.object({ id })),
  listMinutes: operation({ method: 'GET', path: '/reorganisations/{id}/minutes', summary: 'The lists of the handover minutes between two organisations; the look is written down' })
    .input(z.object({ id, fromId: id, toId: id.optional() }))
    .output(z.object({
      title: z.string(), decisionNumber: z.string(), decidedOn: day, issuedBy: z.string(), effectiveOn: day, from: z.string(), fromId: id, to: z.string().nullable(),
      people: z.array(z.object({ kind: z.enum(carriedKinds), subjectId: id, personId: id, fullName: z.string(), bornOn: z.string().nullable(), status: z.string().nullable(), cardNumber: z.string().nullable(), fileKind: z.string().nullable(), papers: count.nullable(), from: z.string(), to: z.string() })),
      outsideReach: count,
    })),
}
