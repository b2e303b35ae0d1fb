import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings } from '../harness/browser.ts'
import { decidedFile, probationFile, readyFile, sentFile, submittedFile } from '../harness/cases.ts'
import { openDesks, type Desk, type Desks } from '../harness/desk.ts'
import type { AccountName } from '../harness/ground.ts'
import { newId } from '../harness/house.ts'
import { layPerson } from '../harness/one-person.ts'
import { openLetter } from '../harness/transfers.ts'

type Screen = { readonly address: string; readonly roles?: readonly string[] }

// Pages belong to the program of the browser; their lists are read here, none of them is drawn.
const web = <T>(file: string): Promise<T> => import(/* @vite-ignore */ resolve('src/app/web', file)) as Promise<T>
const { addresses } = await web<{ addresses: Record<string, string> }>('addresses.ts')
const { officeScreens } = await web<{ officeScreens: readonly Screen[] }>('office/screens.ts')
const { pocketScreens } = await web<{ pocketScreens: readonly Screen[] }>('pocket/screens.ts')

const accounts: Readonly<Record<string, AccountName>> = {
  grassrootsOfficer: 'grassrootsA', cellSecretary: 'secretaryA1', superiorOfficer: 'officer', leader: 'leader', inspector: 'inspector', administrator: 'administrator', member: 'memberA1',
}

let desks: Desks
const ids: Record<string, string> = {}
beforeAll(async () => {
  desks = await openDesks()
  const { house } = desks
  const [ready, sent, submitted, decided] = [
    await readyFile(house, { fullName: 'Hoàng Thị Nhung' }), await sentFile(house, { fullName: 'Đặng Thị Xuân' }), await submittedFile(house, { fullName: 'Lục Thị Thành' }), await decidedFile(house, { fullName: 'Bàn Thị Mùi' }),
  ]
  const probation = await probationFile(house, { ceremonyOn: '2017-06-01' })
  const cellId = house.ground.places.cellA1
  const { id: prospect } = await house.as('secretaryA1').sourcesAndTargets.addProspect({ cellId, person: { fullName: 'Lù Seo Lử', sex: 'male', bornOn: '1990-02-01' }, openedOn: '2018-01-10' })
  const transfer = await openLetter(house, { personId: house.ground.members.cellA1[6]! }, '1-GT')
  const { id: plan } = await house.as('officer').reorganisation.draftPlan({ organisationId: house.ground.places.district, title: 'Sắp xếp', effectiveOn: '2018-12-01' })
  const { id: conference } = await house.as('grassrootsA').conferences.openConference({ organisationId: house.ground.places.cellA1, title: 'Hội nghị', heldOn: '2018-08-15', asOf: '2018-08-01' })
  const twice = (fullName: string) => Promise.all([1, 2].map(() => layPerson(house, cellId, fullName, { born_on: '1971-08-09', sex: 'male' })))
  const pairOf = async ([firstId, secondId]: string[]) => (await house.as('grassrootsA').duplicates.pairPeople({ firstId: firstId!, secondId: secondId! })).pairId
  const [duplicatePair, joined] = [await pairOf(await twice('Vừ Mí Say')), await pairOf(await twice('Giàng Mí Lử'))]
  const { version } = await house.as('grassrootsA').duplicates.findPair({ pairId: joined })
  const { joiningId } = await house.as('grassrootsA').duplicates.joinRecords({ pairId: joined, version, survivor: 'first', choices: [], reason: 'Nhập hai lần', basis: 'Lý lịch' })
  const { ids: [reconciliation] } = await house.as('officer').reconciling.openRound({ asOf: '2018-09-30', dueOn: '2018-12-01', organisationIds: [house.ground.places.communeA] })
  await house.as('secretaryA1').reconciling.markLine({ reconciliationId: reconciliation!, personId: house.ground.members.cellA1[2]!, version: 0, mark: 'surplus' })
  const { rows: [line] } = await house.as('officer').reconciling.listLines({ reconciliationId: reconciliation! })
  const { id: period } = await house.as('officer').reports.openPeriod({ kind: 'half', year: 2018, dueOn: '2018-07-20' })
  Object.assign(ids, {
    duplicatePair, duplicateJoining: joiningId, memberSheet: house.ground.members.cellA1[4],
    period,
    conference,
    reconciliation, reconciliationMinutes: reconciliation, reconciliationDifference: line!.differences[0]!.id, reconciliationReturn: newId(),
    transfer: transfer.id, transferPaper: transfer.id, reorganisation: plan, reorganisationMinutes: plan,
    dossier: house.ground.members.cellA1[4],
    member: house.ground.members.cellA1[4], partyAge: house.ground.members.cellA1[4], memberMeasures: house.ground.members.cellA1[4], memberCards: house.ground.members.cellA1[4], memberEnding: house.ground.members.cellA1[4], pocketMember: house.ground.members.cellA1[4], pocketAway: house.ground.members.cellA1[4], organisation: cellId, user: house.ground.accounts.secretaryA1.id,
    source: prospect, pocketSource: prospect, admissionCommitteeVote: sent.id, admissionDecision: submitted.id, admissionCeremony: decided.id, pocketAdmissionRemark: probation.id, import: newId(),
  })
  for (const { address } of [...officeScreens, ...pocketScreens]) if (addresses[address]!.includes('{id}')) ids[address] ??= address.startsWith('recognition') ? probation.id : ready.id
})
afterAll(() => desks?.close())

/** What is wrong with a page as it stands; nothing, if all is well. */
async function wrongsOf(desk: Desk, path: string, withAxe: boolean): Promise<unknown[]> {
  desk.faults.length = 0
  await desk.go(path)
  const over = (await desk.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number
  const titles = await desk.page.locator('h1').count()
  // A thing that is not there is said by the interface too, which the browser notes as a failed request.
  const faults = desk.faults.filter((fault) => !fault.includes('404'))
  return [...faults, ...(over > 0 ? [`${over} px beyond the edge`] : []), ...(titles === 1 ? [] : [`${titles} titles`]), ...(withAxe ? await axeFindings(desk.page) : [])]
}

const seen = new Set<string>()
const table = Object.entries(accounts).flatMap(([role, account]) => ([['office', officeScreens, 1440], ['pocket', pocketScreens, 390]] as const)
  .map(([shell, screens, width]) => ({ role, account, shell, width, names: [...new Set(screens.filter(({ roles }) => !roles || roles.includes(role)).map(({ address }) => address))] }))
  .filter(({ names }) => names.length > 0))

test.each(table)('every page of $role in the $shell opens without a fault, with one title, and with nothing for axe', async ({ account, width, names }) => {
  const desk = await desks.sit(account, width)
  await desk.open(width < 600 ? addresses['pocketAccount']! : addresses['ownAccount']!)
  const wrongs: Record<string, unknown[]> = {}
  for (const name of names) {
    const isNew = !seen.has(name)
    seen.add(name)
    const found = await wrongsOf(desk, addresses[name]!.replace('{id}', ids[name] ?? '').replace('{paper}', 'letter').replace('{period}', ids.period!).replace('{organisation}', desks.house.ground.places.communeA), isNew)
    if (found.length > 0) wrongs[name] = found
  }
  expect(wrongs).toEqual({})
  await desk.close()
}, 120_000)

const seenOnPhone = new Set<string>()
test.each(table.filter(({ shell }) => shell === 'office'))('on a phone every page of $role in the office opens without a fault, within the edge, and with nothing for axe', async ({ account, names }) => {
  const desk = await desks.sit(account, 390)
  await desk.open(addresses['ownAccount']!)
  const wrongs: Record<string, unknown[]> = {}
  for (const name of names.filter((one) => !seenOnPhone.has(one))) {
    seenOnPhone.add(name)
    const found = await wrongsOf(desk, addresses[name]!.replace('{id}', ids[name] ?? '').replace('{paper}', 'letter').replace('{period}', ids.period!).replace('{organisation}', desks.house.ground.places.communeA), true)
    if (found.length > 0) wrongs[name] = found
  }
  expect(wrongs).toEqual({})
  await desk.close()
}, 240_000)

test.each([['office', 1440], ['office', 390], ['pocket', 390]] as const)('the doors of the %s at %i px, and an address where nothing stands, have nothing for axe', async (shell, width) => {
  const [door, nowhere] = shell === 'office' ? [addresses['signIn']!, '/khong-co-gi'] : [addresses['pocketSignIn']!, '/m/khong-co-gi']
  const outside = await desks.visit(width)
  const inside = await desks.sit('secretaryA1', width)
  const wrongs: Record<string, unknown[]> = {}
  const look = async (desk: Desk, path: string) => {
    await desk.open(path)
    const found = await wrongsOf(desk, path, true)
    if (found.length > 0) wrongs[path] = found
  }
  for (const path of [door, ...(shell === 'office' ? [addresses['setUp']!] : [])]) await look(outside, path)
  for (const path of [nowhere, ...(shell === 'office' ? [addresses['chooseRole']!] : [])]) await look(inside, path)
  expect(wrongs).toEqual({})
  await Promise.all([outside.close(), inside.close()])
}, 120_000)

test('in large type too, every page of the phone stays within the edge and has nothing for axe', async () => {
  const desk = await desks.sit('secretaryA1', 390)
  await desk.open(addresses['pocketAccount']!)
  await desk.page.getByRole('radio', { name: 'Chữ to' }).check()
  await desk.settle()
  const wrongs: Record<string, unknown[]> = {}
  for (const name of table.find(({ account, shell }) => account === 'secretaryA1' && shell === 'pocket')!.names) {
    const found = await wrongsOf(desk, addresses[name]!.replace('{id}', ids[name] ?? ''), true)
    if (found.length > 0) wrongs[name] = found
  }
  expect(wrongs).toEqual({})
  await desk.close()
}, 120_000)
