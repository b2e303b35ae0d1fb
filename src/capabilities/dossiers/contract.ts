import { z } from 'zod'
import { asOf, citation, count, day, done, filledLine, id, line, operation, pageOf, filledParagraph, uncertainDay, uploadedFile, version } from '../../platform/contract/index.ts'
import { dossierEventNames, type DossierEvent } from '../../regulations/dossiers.vi.ts'
import { findingKinds, itemStates, lineStates, matchDoubts, matchOutcomes, remakingStates, samplings } from './codes.ts'

const event = z.enum(Object.keys(dossierEventNames) as [DossierEvent, ...DossierEvent[]])
const itemState = z.enum(itemStates)
const certainty = z.enum(['verified', 'secondary', 'memory', 'inferred'])
const documentType = line(20)
const text = (max: number) => line(max).optional()

/** Where the paper lies. */
const place = { room: text(60), cabinet: text(60), box: text(60), folder: text(60) }
const shownPlace = z.object({ room: z.string().nullable(), cabinet: z.string().nullable(), box: z.string().nullable(), folder: z.string().nullable() })

/** Required papers by how they stand. `absentWithReason` is neither there nor missing. */
const completeness = z.object({ required: count, present: count, unreadable: count, lost: count, absentWithReason: count, missing: count })

const filters = {
  /** This organisation and all below; the one of the acting role when absent. */
  organisationId: id.optional(),
  /** `incomplete`: opened and something missing; `none`: not opened. */
  state: z.enum(['complete', 'incomplete', 'none']).optional(),
  /** Whose required papers of this type are not there. */
  missing: documentType.optional(),
  search: line(100).optional(),
}

const listed = z.object({
  personId: id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id, cell: z.string(), organisation: z.string().nullable(), status: z.string(),
  dossierId: id.nullable(), place: z.string().nullable(), completeness, isComplete: z.boolean(), missing: z.array(z.string()),
})
const unit = z.object({ organisationId: id, name: z.string(), shortName: z.string(), members: count, opened: count, complete: count, required: count, present: count, absentWithReason: count })

const scan = z.object({ id, fileName: z.string(), mediaType: z.string(), byteSize: count, pages: count.nullable(), part: count.nullable(), recordedAt: z.string(), hasPicture: z.boolean() })
const loan = z.object({
  id, dossierId: id, itemId: id.nullable(), title: z.string().nullable(), personId: id, fullName: z.string(), cell: z.string(), borrower: z.string(), purpose: z.string(),
  lentOn: day, dueOn: day, returnedOn: day.nullable(), isLate: z.boolean(),
})
const remaking = z.object({
  id, itemId: id.nullable(), documentType: z.string().nullable(), title: z.string().nullable(), state: z.enum(remakingStates), statedOn: day, statement: z.string(),
  confirmedOn: day.nullable(), confirmedBasis: z.string().nullable(), finishedOn: day.nullable(), version,
})
const item = z.object({
  id, documentType: z.string(), title: z.string(), number: z.string().nullable(), datedOn: z.string().nullable(), pages: count.nullable(), state: itemState,
  place: z.string().nullable(), basis: z.string().nullable(), fromAdmission: z.boolean(), recordedAt: z.string(), recordedBy: z.string().nullable(), version,
  loan: z.object({ id, borrower: z.string(), dueOn: day, isLate: z.boolean() }).nullable(), scans: z.array(scan),
  /** Earlier statements about the paper, newest first. */
  former: z.array(z.object({ state: itemState, number: z.string().nullable(), datedOn: z.string().nullable(), basis: z.string().nullable(), recordedAt: z.string(), recordedBy: z.string().nullable() })),
})
const checklistLine = z.object({
  documentType: z.string(), title: z.string(), group: z.string(), formMark: z.string().nullable(), formMarkConfirmed: z.boolean(), catalogueNo: count.nullable(), multiple: z.boolean(),
  /** Absent for papers that are there and not required. */
  required: z.object({ reason: z.string(), reasonText: z.string(), year: count.nullable(), anyOf: z.array(z.string()), certainty, citation }).nullable(),
  state: z.enum(lineStates), items: z.array(item),
})
const dossierPage = z.object({
  asOf: day,
  person: z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), cellId: id.nullable(), cell: z.string().nullable(), organisation: z.string().nullable(), status: z.string().nullable(), joinedOn: z.string().nullable() }),
  dossier: z.object({ id, keeper: z.object({ id, name: z.string() }), place: shownPlace, openedOn: day, basis: z.string().nullable(), events: z.array(event), version }).nullable(),
  /** What happened to the member, from the register and from the dossier. */
  events: z.array(event), completeness, isComplete: z.boolean(), lines: z.array(checklistLine),
  /** Papers of files of admission that are not in the dossier yet. */
  toTakeIn: count, loans: z.array(loan), remakings: z.array(remaking), keeping: citation,
  may: z.object({ write: z.boolean(), readScan: z.boolean(), lend: z.boolean(), remake: z.boolean() }),
})

const paper = { number: text(60), datedOn: uncertainDay.optional(), pages: z.number().int().min(1).max(5000).optional(), title: text(200), place: text(120), basis: text(300) }
const dossierId = id
const onItem = { dossierId, itemId: id, version }

const person = z.object({ id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string() })
const match = z.object({
  name: z.string(), outcome: z.enum(matchOutcomes), doubts: z.array(z.enum(matchDoubts)), person: person.nullable(), people: z.array(person),
  documentType: z.string().nullable(), part: count.nullable(), opened: z.boolean(),
})
const fileName = z.object({ name: line(300), hash: z.string().regex(/^[0-9a-f]{64}$/).optional() })

const handover = z.object({ id, fromKeeperId: id, fromKeeper: z.string(), toKeeper: z.string(), handedOn: day, handedBy: z.string(), receivedBy: z.string(), basis: z.string(), dossiers: count })
const finding = z.object({
  id, inspectionId: id, personId: id, fullName: z.string(), cell: z.string(), kind: z.enum(findingKinds), documentType: z.string().nullable(), documentTitle: z.string().nullable(),
  note: z.string(), guidance: z.string(), mendBy: day, mendedOn: day.nullable(), mendedNote: z.string().nullable(), isLate: z.boolean(),
})
const inspection = z.object({
  id, committee: z.string(), organisationId: id, organisation: z.string(), decisionNumber: z.string(), decidedOn: day, from: day, until: day,
  sampling: z.enum(samplings), sampleSize: count.nullable(), drawn: count, examined: count, findings: count, mended: count, late: count, closedOn: day.nullable(), conclusion: z.string().nullable(), version,
})

/** The dossiers of members on paper: what is required, what is there, where it lies; scans, loans, changes of keeper, lost papers, inspections. */
export const dossiersContract = {
  listDossiers: operation({ method: 'GET', path: '/dossiers', summary: 'Members with the completeness of their dossiers, one page and the total' })
    .input(z.object({ ...filters, ...pageOf, ...asOf }))
    .output(z.object({ asOf: day, rows: z.array(listed), total: count, completeness, opened: count, complete: count })),
  listDossierFigures: operation({ method: 'GET', path: '/dossiers/figures', summary: 'Completeness of dossiers for each organisation right below one' })
    .input(z.object({ organisationId: id.optional(), ...asOf }))
    .output(z.object({ asOf: day, rows: z.array(unit), total: unit })),
  findDossier: operation({ method: 'GET', path: '/dossiers/people/{personId}', summary: 'What the dossier of a member must hold and holds; the look is written down' })
    .input(z.object({ personId: id, ...asOf })).output(dossierPage),
  openDossier: operation({ method: 'POST', path: '/dossiers', summary: 'Open the dossier of a member; papers of files of admission come into it' })
    .input(z.object({ personId: id, openedOn: day, basis: text(300), ...place })).output(z.object({ dossierId, takenIn: count })),
  describeDossier: operation({ method: 'POST', path: '/dossiers/{dossierId}/description', summary: 'Where the dossier lies, and what happened to the member that asks for papers' })
    .input(z.object({ dossierId, version, ...place, events: z.array(event) })).output(z.object({ version })),
  takeInAdmission: operation({ method: 'POST', path: '/dossiers/{dossierId}/admission-papers', summary: 'Take in the papers of files of admission that came since' })
    .input(z.object({ dossierId })).output(z.object({ takenIn: count })),
  recordItem: operation({ method: 'POST', path: '/dossiers/{dossierId}/items', summary: 'A paper is in the dossier, or a decision says that there is none' })
    .input(z.object({ dossierId, documentType, state: itemState.default('present'), ...paper })).output(z.object({ itemId: id })),
  correctItem: operation({ method: 'POST', path: '/dossiers/{dossierId}/items/{itemId}/corrections', summary: 'Correct what is known of a paper; the former statement is kept' })
    .input(z.object({ ...onItem, ...paper })).output(z.object({ version })),
  markItem: operation({ method: 'POST', path: '/dossiers/{dossierId}/items/{itemId}/marks', summary: 'A paper is unreadable, lost, found again, or absent by a decision' })
    .input(z.object({ ...onItem, state: itemState, basis: text(300) })).output(z.object({ version })),

  previewScans: operation({ method: 'POST', path: '/dossiers/scans/preview', summary: 'To whom and to which paper the names of scans belong; nothing is kept' })
    .input(z.object({ personId: id.optional(), organisationId: id.optional(), files: z.array(fileName).min(1).max(500) })).output(z.object({ rows: z.array(match) })),
  keepScan: operation({ method: 'POST', path: '/dossiers/scans', summary: 'Keep one scan with a paper; the same scan again changes nothing' })
    .input(z.object({ personId: id, documentType, part: z.number().int().min(1).max(99).optional(), file: uploadedFile }))
    .output(z.object({ scanId: id, itemId: id, alreadyHere: z.boolean(), pages: count.nullable() })),
  moveScan: operation({ method: 'POST', path: '/dossiers/scans/{scanId}/move', summary: 'Put a scan to another paper of the same dossier' })
    .input(z.object({ scanId: id, documentType })).output(z.object({ scanId: id, itemId: id })),
  downloadDossierScan: operation({ method: 'GET', path: '/dossiers/scans/{scanId}', summary: 'A scan; the look is written down' })
    .input(z.object({ scanId: id })).output(uploadedFile),
  showScanPicture: operation({ method: 'GET', path: '/dossiers/scans/{scanId}/picture', summary: 'A small picture of the first page of a scan' })
    .input(z.object({ scanId: id })).output(uploadedFile),

  lend: operation({ method: 'POST', path: '/dossiers/{dossierId}/loans', summary: 'Lend a paper, or the whole dossier' })
    .input(z.object({ dossierId, itemId: id.optional(), borrower: filledLine(200), purpose: filledLine(300), lentOn: day, dueOn: day })).output(z.object({ loanId: id })),
  returnLoan: operation({ method: 'POST', path: '/dossiers/loans/{loanId}/return', summary: 'What was lent is back' })
    .input(z.object({ loanId: id, returnedOn: day })).output(done),
  listLoans: operation({ method: 'GET', path: '/dossiers/loans', summary: 'What is lent, the latest due first; or what was' })
    .input(z.object({ organisationId: id.optional(), state: z.enum(['late', 'open', 'all']).default('open'), ...asOf, ...pageOf })).output(z.object({ rows: z.array(loan), total: count, late: count })),
  moveKeeper: operation({ method: 'POST', path: '/dossiers/handovers', summary: 'Hand dossiers over to another keeper' })
    .input(z.object({
      fromKeeperId: id, toKeeperId: id.optional(), toName: text(200), personIds: z.array(id).max(2000).optional(), leaveLent: z.boolean().default(false), handedOn: day, handedBy: filledLine(120), receivedBy: filledLine(120), basis: filledLine(300),
    })).output(z.object({ handoverId: id, dossiers: count })),
  listHandovers: operation({ method: 'GET', path: '/dossiers/handovers', summary: 'Dossiers handed over, newest first' })
    .input(z.object({ organisationId: id.optional(), ...asOf, ...pageOf })).output(z.object({ rows: z.array(handover), total: count })),
  findHandover: operation({ method: 'GET', path: '/dossiers/handovers/{handoverId}', summary: 'The list of a handover' })
    .input(z.object({ handoverId: id }))
    .output(handover.extend({ lines: z.array(z.object({ ordinal: count, personId: id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string(), papers: count, pages: count, missing: z.array(z.string()) })), outsideReach: count })),
  startRemaking: operation({ method: 'POST', path: '/dossiers/{dossierId}/remakings', summary: 'A member states the loss of a paper, or of the whole dossier' })
    .input(z.object({ dossierId, itemId: id.optional(), statedOn: day, statement: filledParagraph(2000) })).output(z.object({ remakingId: id })),
  confirmRemaking: operation({ method: 'POST', path: '/dossiers/remakings/{remakingId}/confirmation', summary: 'The committee confirms the loss' })
    .input(z.object({ remakingId: id, version, confirmedOn: day, basis: filledLine(300) })).output(z.object({ version })),
  finishRemaking: operation({ method: 'POST', path: '/dossiers/remakings/{remakingId}/replacement', summary: 'The paper made anew lies in the dossier' })
    .input(z.object({ remakingId: id, version, finishedOn: day, number: text(60), datedOn: uncertainDay.optional(), pages: z.number().int().min(1).max(5000).optional() })).output(z.object({ version })),

  planInspection: operation({ method: 'POST', path: '/dossiers/inspections', summary: 'Plan an inspection of how an organisation keeps its dossiers' })
    .input(z.object({ organisationId: id, decisionNumber: filledLine(60), decidedOn: day, from: day, until: day, sampling: z.enum(samplings), sampleSize: z.number().int().min(1).max(10_000).optional() }))
    .output(z.object({ inspectionId: id })),
  drawSample: operation({ method: 'POST', path: '/dossiers/inspections/{inspectionId}/sample', summary: 'Choose the dossiers to be looked at' })
    .input(z.object({ inspectionId: id, version, personIds: z.array(id).max(500).optional() })).output(z.object({ drawn: count, version })),
  examineDossier: operation({ method: 'POST', path: '/dossiers/inspections/{inspectionId}/examined', summary: 'A dossier of the sample was looked at' })
    .input(z.object({ inspectionId: id, personId: id, examinedOn: day })).output(done),
  recordFinding: operation({ method: 'POST', path: '/dossiers/inspections/{inspectionId}/findings', summary: 'What was found in a dossier, the advice, and until when it is to be mended' })
    .input(z.object({ inspectionId: id, personId: id, kind: z.enum(findingKinds), documentType: documentType.optional(), note: filledLine(500), guidance: filledLine(500), mendBy: day })).output(z.object({ findingId: id })),
  closeInspection: operation({ method: 'POST', path: '/dossiers/inspections/{inspectionId}/closing', summary: 'Close an inspection with its conclusion' })
    .input(z.object({ inspectionId: id, version, closedOn: day, conclusion: filledParagraph(4000) })).output(z.object({ version })),
  followUp: operation({ method: 'POST', path: '/dossiers/findings/{findingId}/mending', summary: 'A finding was mended' })
    .input(z.object({ findingId: id, mendedOn: day, note: filledLine(500) })).output(done),
  listInspections: operation({ method: 'GET', path: '/dossiers/inspections', summary: 'Inspections, newest first' })
    .input(z.object({ organisationId: id.optional(), ...asOf, ...pageOf })).output(z.object({ rows: z.array(inspection), total: count })),
  findInspection: operation({ method: 'GET', path: '/dossiers/inspections/{inspectionId}', summary: 'An inspection with its sample and findings' })
    .input(z.object({ inspectionId: id, ...asOf }))
    .output(inspection.extend({
      sample: z.array(z.object({ personId: id, fullName: z.string(), bornOn: z.string().nullable(), cell: z.string(), examinedOn: day.nullable(), findings: z.array(finding) })),
      mayInspect: z.boolean(),
    })),
  listFindingsByKind: operation({ method: 'GET', path: '/dossiers/findings/by-kind', summary: 'How often each kind of finding was made, year by year' })
    .input(z.object({ organisationId: id.optional(), ...asOf }))
    .output(z.object({ years: z.array(count), rows: z.array(z.object({ kind: z.enum(findingKinds), total: count, open: count, byYear: z.array(count) })) })),
}
