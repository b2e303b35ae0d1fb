import { describe, expect, test } from 'vitest'
import { contract, routesOf } from '../../src/app/server/house.ts'
import { operationsOf } from '../../src/platform/http/index.ts'

const CLOCKS = ['asOf', 'knownAt'] as const

const now = 'work to do: what is open now is the question; what was done stands in the trail'
const choice = 'what may be chosen now for an act of now'
const one = 'one scan or picture, opened by its number: it never changes'
const frozen = 'frozen when it was signed or sent, with its own day and moment on it: later knowledge never changes it'
const untilDay = 'its days of the clock of facts are its own fields `from` and `until`'
const workbook = 'a workbook that was read, before its rows are facts; each import has its own moment'
const roll = 'who may vote at a meeting that is being written down; the day of the meeting is its field `on`'
const account = 'who may sign in is a matter of now; who might earlier stands in the trail'

/** Readings that do not take both clocks, each with its reason; `has`: the clock that it takes. */
const exceptions: Record<string, { readonly why: string; readonly has?: (typeof CLOCKS)[number] }> = {
  'access.findAccount': { why: account },
  'access.findEntrance': { why: 'the door, before anybody is signed in' },
  'access.findMe': { why: 'the session itself' },
  'access.listAccounts': { why: account },
  'access.listPlaces': { why: choice },
  'admission.downloadScan': { why: one },
  'admission.findObstacles': { why: 'what stands against an act that is about to be done; its day is the field `on`' },
  'admission.rollForVote': { why: roll },
  'audit.exportList': { why: 'takes the clocks of the list that it takes out, in `asked`' },
  'audit.listEntries': { why: 'the trail is the clock of knowledge itself, asked by `since` and `until`' },
  'counting.countBy': { why: untilDay, has: 'knownAt' },
  'counting.listCounted': { why: untilDay, has: 'knownAt' },
  'counting.listLines': { why: untilDay, has: 'knownAt' },
  'dossiers.downloadDossierScan': { why: one },
  'dossiers.findHandover': { why: frozen },
  'dossiers.showScanPicture': { why: one },
  'duplicates.findJoining': { why: 'what a joining wrote, and whether it can be undone now' },
  'duplicates.findLike': { why: 'looks for somebody before a new person is written down now' },
  'duplicates.findPair': { why: now },
  'duplicates.listJoinings': { why: 'each line is an act with its moment; an undone one says so with its moment' },
  'duplicates.listPairs': { why: now },
  'exports.exportInputFile': { why: 'a form that is sent now; what was sent earlier stands numbered in the trail', has: 'asOf' },
  'importExport.findImport': { why: workbook },
  'importExport.listImportRows': { why: workbook },
  'importExport.listImports': { why: workbook },
  'importExport.listOnlyHere': { why: workbook },
  'importExport.takeImportReport': { why: workbook },
  'lifecycle.listAwardDays': { why: 'the calendar of a rule: nothing is recorded in it', has: 'asOf' },
  'lifecycle.rollForEnding': { why: roll },
  'memberSheet.downloadPhoto': { why: one },
  'memberSheet.findCampaign': { why: now },
  'memberSheet.findOwnSupplement': { why: 'the own form that is to be filled in now' },
  'memberSheet.findProposal': { why: now },
  'memberSheet.findSupplement': { why: frozen },
  'memberSheet.listCampaigns': { why: now },
  'memberSheet.listOpenings': { why: 'looks at covered parts, each with its moment, only ever added to' },
  'memberSheet.listProposals': { why: now },
  'memberSheet.listUnanswered': { why: now },
  'memberSheet.showPhotoPicture': { why: one },
  'members.listPeople': { why: choice, has: 'asOf' },
  'reconciling.findReturn': { why: workbook },
  'reconciling.takeList': { why: frozen },
  'reminders.listAssignees': { why: choice },
  'reminders.listAssignments': { why: now },
  'reminders.listDueForMachines': { why: now },
  'reminders.listHistory': { why: 'what was sent, each with its moment, only ever added to' },
  'reminders.listLastWeek': { why: 'what was sent, each with its moment, only ever added to' },
  'reminders.listWork': { why: now },
  'reorganisation.listMinutes': { why: frozen },
  'reorganisation.previewPlan': { why: 'what a plan would do on its day, reckoned from what is known now; nothing is written' },
  'reports.compareReports': { why: frozen },
  'reports.exportReport': { why: frozen },
  'reports.findReport': { why: frozen },
  'reports.findReportTable': { why: frozen },
  'reports.listDifferingPeople': { why: frozen },
  'reports.listPeriods': { why: 'the calendar of reports: each period stands with its days from the moment it was opened' },
  'reports.listReportPeople': { why: frozen },
  'reports.listReports': { why: now },
  'rulebook.listRules': { why: 'rules by the day they are in force, the field `on`; their history stands on each' },
  'search.findAnything': { why: 'a way to a page; the page takes the clocks' },
  'sourcesAndTargets.listMentorCandidates': { why: choice },
  'statistics.findBalance': { why: untilDay, has: 'knownAt' },
  'statistics.findComposition': { why: untilDay, has: 'knownAt' },
  'statistics.findTable': { why: untilDay, has: 'knownAt' },
  'statistics.listBalancePeople': { why: untilDay, has: 'knownAt' },
  'statistics.listCompositionPeople': { why: untilDay, has: 'knownAt' },
  'statistics.listTablePeople': { why: untilDay, has: 'knownAt' },
  'transfers.listAddresses': { why: choice },
  'transfers.listReceivers': { why: choice },
  'transfers.listReturners': { why: choice },
}

const readings = new Map(
  operationsOf(contract, routesOf({ demonstration: false }))
    .filter(({ method }) => method === 'GET')
    .map(({ name, input }) => [name, CLOCKS.filter((clock) => clock in ((input as unknown as { shape?: object } | undefined)?.shape ?? {}))]),
)

describe('every list and every figure is that of any day, on both clocks', () => {
  test('what is read takes `asOf` and `knownAt`, or stands among the exceptions with its reason', () => {
    const missing = [...readings].filter(([name, has]) => has.length < CLOCKS.length && !exceptions[name]).map(([name]) => name)
    expect(missing).toEqual([])
  })

  test('an exception names something that is read, and takes the one clock it says, or none', () => {
    const told = Object.entries(exceptions).map(([name, { has }]) => [name, has ? [has] : []])
    expect(told).toEqual(Object.keys(exceptions).map((name) => [name, readings.get(name)]))
  })
})
