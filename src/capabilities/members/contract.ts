import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, uncertainDay, version } from '../../platform/contract/index.ts'
import { endKinds, overlayKinds, statuses } from './model.ts'

const status = z.enum(statuses)
const overlayKind = z.enum(overlayKinds)
const sex = z.enum(['male', 'female'])

/** Which members: every condition narrows; ages and party ages in full years on the day, both ends inclusive. */
const filters = {
  /** This organisation and all below; the one of the acting role when absent. */
  organisationId: id.optional(),
  /** `confirmed`: every member who is not probationary. */
  status: z.enum([...statuses, 'confirmed']).optional(),
  sex: sex.optional(),
  /** A name of the official list, or `minority` for everybody but the Kinh. */
  ethnicity: line(40).optional(),
  ageFrom: count.max(150).optional(), ageTo: count.max(150).optional(),
  membershipYearsFrom: count.max(120).optional(), membershipYearsTo: count.max(120).optional(),
  /** First and last day of the decision of admission. */
  decidedFrom: day.optional(), decidedTo: day.optional(),
  overlay: overlayKind.optional(),
  /** Name with or without marks, birth name too; card number; last four digits of the identity number. */
  search: line(100).optional(),
}

const order = { sort: z.enum(['name', 'birth', 'admission']).default('name'), descending: z.boolean().default(false) }

const listed = z.object({
  id, fullName: z.string(), otherName: z.string().nullable(), bornOn: z.string().nullable(), sex: sex.nullable(), ethnicity: z.string().nullable(),
  cellId: id, cell: z.string(), organisation: z.string().nullable(),
  decidedOn: day.nullable(), admittedOn: z.string().nullable(), confirmedOn: z.string().nullable(), cardNumber: z.string().nullable(),
  status, overlays: z.array(overlayKind), identityMasked: z.string().nullable(),
})

const picked = z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), status, cellId: id, cell: z.string() })

const placement = z.object({ id, cellId: id, cell: z.string(), organisation: z.string().nullable(), from: day, lastDay: day.nullable(), basis: z.string().nullable() })
const post = z.object({
  id, personId: id, organisationId: id, organisation: z.string(), position: z.string(), positionName: z.string(), from: day, lastDay: day.nullable(), basis: z.string().nullable(),
})
const overlay = z.object({
  id, kind: overlayKind, from: day, lastDay: day.nullable(), since: z.string().nullable(), place: z.string().nullable(), occupation: z.string().nullable(),
  phone: z.string().nullable(), excusedUntil: day.nullable(), contactId: id.nullable(), contactName: z.string().nullable(), note: z.string().nullable(),
})
const membership = z.object({
  id, ordinal: count, decidedOn: day.nullable(), decisionNumber: z.string().nullable(), ceremonyOn: day.nullable(), admittedOn: z.string().nullable(),
  confirmedOn: z.string().nullable(), confirmationNumber: z.string().nullable(), confirmationSignedOn: day.nullable(), cardNumber: z.string().nullable(),
  historyNumber: z.string().nullable(), endedOn: day.nullable(), endKind: z.enum(endKinds).nullable(), endBasis: z.string().nullable(),
})
const event = z.object({
  kind: z.string(), on: z.string(), title: z.string(), detail: z.string().nullable(), basis: z.string().nullable(), recordedAt: z.string().nullable(),
})
const correction = z.object({
  recordedAt: z.string(), by: z.string().nullable(), reason: z.string(), paper: z.string(),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})

const member = z.object({
  id, version, asOf: day, isMember: z.boolean(),
  fullName: z.string(), otherName: z.string().nullable(), sex: sex.nullable(), bornOn: z.string().nullable(), age: count.nullable(),
  /** Absent for roles that may not read the strictest class of personal data. */
  ethnicity: z.string().nullable(), religion: z.string().nullable(), strictClassCovered: z.boolean(),
  phone: z.string().nullable(), nativePlace: z.string().nullable(), residence: z.string().nullable(), generalEducation: z.string().nullable(),
  profession: z.string().nullable(), politicalTheory: z.string().nullable(), occupation: z.string().nullable(), note: z.string().nullable(),
  /** Covered: whether there is one, and its last four digits. */
  identityMasked: z.string().nullable(), oldIdentityMasked: z.string().nullable(),
  status: status.nullable(), membershipYears: count.nullable(),
  placement: placement.nullable(), line: z.array(z.object({ id, name: z.string(), shortName: z.string() })),
  membership: membership.nullable(), memberships: z.array(membership),
  statuses: z.array(z.object({ id, status, from: day, lastDay: day.nullable(), basis: z.string().nullable() })),
  placements: z.array(placement), posts: z.array(post), overlays: z.array(overlay),
  timeline: z.array(event), corrections: z.array(correction),
  may: z.object({ reveal: z.boolean(), recordAway: z.boolean(), recordPost: z.boolean(), move: z.boolean() }),
})

const revealReason = z.enum(['dossier', 'comparing', 'superiorAsked', 'other'])

/** People, their membership, status, cell and posts over time. */
export const membersContract = {
  listMembers: operation({ method: 'GET', path: '/members', summary: 'Members on a day, by organisation and conditions, one page and the total' })
    .input(z.object({ ...filters, ...order, ...pageOf, ...asOf }))
    .output(z.object({ asOf: day, rows: z.array(listed), total: count })),
  listPeople: operation({ method: 'GET', path: '/people', summary: 'Members of a cell or organisation on a day, for choosing one' })
    .input(z.object({ organisationId: id.optional(), search: line(100).optional(), fullMembersOnly: z.boolean().default(false), limit: z.number().int().min(1).max(100).default(20), asOf: asOf.asOf }))
    .output(z.object({ rows: z.array(picked), total: count })),
  findMember: operation({ method: 'GET', path: '/members/{id}', summary: 'One person on a day, with the source of each fact' })
    .input(z.object({ id, ...asOf }))
    .output(member),
  findOwnMember: operation({ method: 'GET', path: '/me/member', summary: 'The own record' })
    .input(z.object({ ...asOf }))
    .output(member),
  revealMember: operation({ method: 'POST', path: '/members/{id}/reveal', summary: 'Open what is covered, for a reason that is written down' })
    .input(z.object({ id, reason: revealReason, note: line(300).optional(), ...asOf }))
    .output(z.object({ identityNumber: z.string().nullable(), oldIdentityNumber: z.string().nullable(), /** What the timeline covers, newest first. */ events: z.array(event), openedAt: z.string() })),
  recordAway: operation({ method: 'POST', path: '/members/{id}/away', summary: 'A member works far from home' })
    .input(z.object({
      id, place: filledLine(200), since: uncertainDay, occupation: line(200).optional(), phone: line(40).optional(), excusedUntil: day.optional(), contactId: id.optional(),
      note: line(500).optional(),
    }))
    .output(z.object({ id })),
  recordReturn: operation({ method: 'POST', path: '/members/{id}/return', summary: 'A member is back; `on` is the first day at home' })
    .input(z.object({ id, on: day }))
    .output(done),
  renewExcuse: operation({ method: 'POST', path: '/members/{id}/excuse', summary: 'A member away is excused until another day; what is not told stays' })
    .input(z.object({ id, excusedUntil: day, place: line(200).optional(), occupation: line(200).optional(), phone: line(40).optional(), contactId: id.optional() }))
    .output(z.object({ id })),
  listAway: operation({ method: 'GET', path: '/members/away', summary: 'Members away from home: all, those whose excuse has lapsed, those who should move to temporary activity or for good' })
    .input(z.object({ organisationId: id.optional(), which: z.enum(['all', 'lapsed', 'shouldBeTemporary', 'shouldBeLasting']).default('all'), ...pageOf, ...asOf }))
    .output(z.object({
      asOf: day, total: count, away: count, lapsed: count, shouldBeTemporary: count, /** Away too long for a temporary stay. */ shouldBeLasting: count, rule: z.object({ value: z.string(), source: citation }),
      rows: z.array(z.object({
        overlayId: id, personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable(), from: day, since: z.string().nullable(), place: z.string().nullable(), occupation: z.string().nullable(),
        phone: z.string().nullable(), excusedUntil: day.nullable(), contactId: id.nullable(), contactName: z.string().nullable(), isLapsed: z.boolean(), shouldBeTemporary: z.boolean(), shouldBeLasting: z.boolean(),
      })),
    })),
  listAwayFigures: operation({ method: 'GET', path: '/members/away/figures', summary: 'Share of members away in each cell, the largest first' })
    .input(z.object({ organisationId: id.optional(), ...asOf }))
    .output(z.object({
      asOf: day, rows: z.array(z.object({ cellId: id, cell: z.string(), organisation: z.string().nullable(), members: count, away: count, lapsed: count })), total: z.object({ members: count, away: count, lapsed: count }),
    })),
  recordPost: operation({ method: 'POST', path: '/members/{id}/posts', summary: 'A post in a committee, from a day' })
    .input(z.object({ id, organisationId: id, position: z.string().max(20), from: day, basis: filledLine(200) }))
    .output(z.object({ id })),
  endPost: operation({ method: 'POST', path: '/members/{id}/posts/{postId}/end', summary: 'End a post; `on` is the first day without it' })
    .input(z.object({ id, postId: id, on: day, basis: line(200).optional() }))
    .output(done),
  moveMember: operation({ method: 'POST', path: '/members/{id}/move', summary: 'Move to another cell of the same grassroots organisation, from a day' })
    .input(z.object({ id, cellId: id, on: day, basis: filledLine(200) }))
    .output(done),
}
