import type { Calls, House } from './house.ts'
import type { AccountName, Place } from './ground.ts'

type Admission = Calls['admission']
type ActName = { [K in keyof Admission]: Admission[K] extends (input: infer I) => Promise<{ id: string; version: number }> ? (I extends { id: string; version: number } ? K : never) : never }[keyof Admission]
type RestOf<K extends ActName> = Omit<Parameters<Admission[K]>[0], 'id' | 'version'>

/** Who works on the files of a cell of the ground. */
const teams = {
  cellA1: { secretary: 'secretaryA1', committee: 'grassrootsA', decider: 'officer' },
  cellA2: { secretary: 'secretaryA2', committee: 'grassrootsA', decider: 'officer' },
  cellB1: { secretary: 'secretaryB1', committee: 'grassrootsB', decider: 'officer' },
  cellH1: { secretary: 'secretaryH1', committee: 'grassrootsH', decider: 'grassrootsH' },
} as const satisfies Partial<Record<Place, Record<string, AccountName>>>
export type Team = keyof typeof teams

/** A file under test: its acts as whoever does them, its version kept. */
export class FileUnderTest {
  version = 1
  readonly papers: Record<string, string> = {}
  constructor(readonly house: House, readonly id: string, readonly cell: Team, readonly personId: string, readonly sponsorId: string) {}

  /** Does one act in the role of an account. */
  async as<K extends ActName>(account: AccountName, act: K, input: RestOf<K>): Promise<Awaited<ReturnType<Admission[K]>>> {
    const call = this.house.as(account).admission[act] as unknown as (given: object) => Promise<{ version: number; documentId?: string }>
    const answer = await call({ id: this.id, version: this.version, ...input })
    this.version = answer.version
    return answer as never
  }

  secretary<K extends ActName>(act: K, input: RestOf<K>) { return this.as(teams[this.cell].secretary, act, input) }
  committee<K extends ActName>(act: K, input: RestOf<K>) { return this.as(teams[this.cell].committee, act, input) }
  decider<K extends ActName>(act: K, input: RestOf<K>) { return this.as(teams[this.cell].decider, act, input) }

  /** Records a paper as the secretary and remembers it by its code. */
  async paper(code: string, datedOn: string, more: Partial<RestOf<'recordDocument'>> = {}): Promise<string> {
    const { documentId } = await this.secretary('recordDocument', { code, datedOn, ...more } as RestOf<'recordDocument'>)
    return (this.papers[code] = documentId)
  }

  page(account: AccountName = teams[this.cell].secretary) { return this.house.as(account).admission.findCase({ id: this.id }) }
}

/** What is known about an ordinary young candidate whom one member and the youth union introduce. */
export const ordinary = (sponsorId: string) => ({
  vietnameseCitizen: true, education: { level: 'G30' as const }, youthUnionExists: true, youthUnionMember: true, tradeUnionMember: false,
  sponsors: [{ personId: sponsorId, relation: 'work' as const, togetherSince: '2016-01-10' }], politicalMatter: false, formerMember: null, consents: {},
  populationPolicy: { applies: false }, religion: { applies: false }, foreignMarriage: { applies: false },
})

export type Opening = { cell?: Team; fullName?: string; bornOn?: string; openedOn?: string; personId?: string }

/** A file just opened, for a new person of 1994. */
export async function openFile(house: House, { cell = 'cellA1', fullName = 'Hoàng Thị Nhung', bornOn = '1994-05-03', openedOn = '2018-05-20', personId }: Opening = {}): Promise<FileUnderTest> {
  const { admission } = house.as(teams[cell].secretary)
  const who = personId ? { personId } : { person: { fullName, sex: 'female' as const, bornOn }, isAnother: true }
  const { id } = await admission.openCase({ kind: 'admission', cellId: house.ground.places[cell], openedOn, ...who })
  const [row] = await house.rows<{ person_id: string }>('select person_id from admission.case_file where id = $1', [id])
  return new FileUnderTest(house, id, cell, row!.person_id, house.ground.members[cell][2]!)
}

/** Everything a cell needs before it considers: facts, papers, the answer to the verification. */
export async function prepareFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await openFile(house, opening)
  await file.secretary('recordCircumstances', { circumstances: ordinary(file.sponsorId) })
  await file.paper('KNĐ-CN', '2017-05-15')
  await file.paper('KNĐ-1', '2018-05-20')
  await file.paper('KNĐ-2', '2018-06-28')
  const { verificationId } = await file.committee('requestVerification', { about: 'candidate', place: 'Đảng ủy xã Quang Minh', askedOn: '2018-05-25' })
  await file.committee('recordVerificationReply', { verificationId, repliedOn: '2018-06-28', byLetter: false, outcome: 'Lý lịch rõ ràng' })
  await file.paper('KNĐ-3', '2018-06-28', { subjectId: file.sponsorId })
  await file.paper('KNĐ-4', '2018-07-02')
  await file.paper('KNĐ-5', '2018-07-10')
  return file
}

/** Ready for the cell since 30/07/2018. */
export async function readyFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await prepareFile(house, opening)
  await file.secretary('markReadyForCell', { on: '2018-07-30' })
  return file
}

/** Carried by the cell on 03/08/2018 with 8 of 9. */
export async function votedFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await readyFile(house, opening)
  await file.secretary('recordCellVote', { heldOn: '2018-08-03', present: 8, inFavour: 8, against: 0, resolutionNumber: '12-NQ/CB' })
  return file
}

/** At the grassroots committee since 06/08/2018. */
export async function sentFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await votedFile(house, opening)
  await file.secretary('sendUp', { on: '2018-08-06' })
  return file
}

/** Carried by the committee on 24/08/2018 with 14 of 15. */
export async function committeeFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await sentFile(house, opening)
  await file.committee('recordCommitteeVote', { heldOn: '2018-08-24', present: 14, inFavour: 14, against: 0, resolutionNumber: '31-NQ/ĐU' })
  return file
}

/** At the deciding committee's office since 10/09/2018. */
export async function decidingFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await committeeFile(house, opening)
  await file.committee('sendToDeciding', { on: '2018-09-10' })
  return file
}

/** Found in order and laid before the standing board on 20/09/2018. */
export async function submittedFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await decidingFile(house, opening)
  const { checklist } = await file.page('officer')
  await file.decider('acceptDocuments', { documentIds: checklist.flatMap(({ documents }) => documents.map(({ id }) => id)) })
  await file.decider('submitForDecision', { on: '2018-09-20' })
  return file
}

let decisions = 100

/** Decided on 28/09/2018. */
export async function decidedFile(house: House, opening: Opening = {}): Promise<FileUnderTest> {
  const file = await submittedFile(house, opening)
  await file.decider('recordDecision', { outcome: 'admit', number: `${++decisions}-QĐ/HU`, decidedOn: '2018-09-28', signatory: 'Nông Văn Bình' })
  return file
}

/** A probationary member by a ceremony, with the file of confirmation; the mentor assigned. Rows are laid, not acted. */
export async function probationFile(house: House, { ceremonyOn, cell = 'cellA1' }: { ceremonyOn: string; cell?: Team }): Promise<FileUnderTest> {
  const personId = await addProbationer(house, { cell, ceremonyOn })
  const { id, version } = await house.as(teams[cell].secretary).admission.openConfirmationForProbationer({ personId, ceremonyOn, basis: 'Biên bản lễ kết nạp' })
  const file = new FileUnderTest(house, id, cell, personId, house.ground.members[cell][2]!)
  file.version = version
  await file.secretary('assignMentor', { mentorId: file.sponsorId })
  return file
}

/** A probationary member taken over as rows: admitted and received on the day of the ceremony, never confirmed. */
export async function addProbationer(house: House, { cell = 'cellA1', ceremonyOn, known = true, admittedOn, fullName = 'Phùng Văn Sinh' }: { cell?: Team; ceremonyOn: string; known?: boolean; admittedOn?: string; fullName?: string }): Promise<string> {
  const { newId, nameSortKey } = await import('../../src/kernel/index.ts')
  const id = newId()
  const cellId = house.ground.places[cell]
  await house.rows('insert into members.person (id, full_name, sort_key, sex, born_on, keeper_id) values ($1,$2,$3,$4,$5,$6)', [id, fullName, nameSortKey(fullName), 'male', '1986-02-01', cellId])
  await house.rows('insert into members.membership (id, person_id, decided_on, ceremony_on, admitted_on) values ($1,$2,$3,$3,$4)', [newId(), id, known ? ceremonyOn : null, admittedOn ?? ceremonyOn])
  await house.rows(`insert into members.status (id, person_id, status, valid_during) values ($1,$2,'probationary', daterange($3::date, null))`, [newId(), id, ceremonyOn])
  await house.rows('insert into members.placement (id, person_id, cell_id, valid_during) values ($1,$2,$3, daterange($4::date, null))', [newId(), id, cellId, ceremonyOn])
  return id
}

/** Certificate and papers 10–12 of a confirmation. */
export async function preparedConfirmation(house: House, opening: { ceremonyOn: string; cell?: Team; on: string }): Promise<FileUnderTest> {
  const file = await probationFile(house, opening)
  await file.secretary('recordClassCertificate', { issuedOn: opening.on })
  for (const code of ['KNĐ-10', 'KNĐ-11', 'KNĐ-12']) await file.paper(code, opening.on)
  return file
}

/** The codes, and facts of the first reason, of a refusal. */
export async function refusalOf(act: Promise<unknown>): Promise<{ codes: string[]; kind: string; facts: Record<string, unknown>; citation: unknown }> {
  try {
    await act
  } catch (error) {
    const { reasons, kind } = error as { reasons?: { code: string; facts: Record<string, unknown>; citation?: unknown }[]; kind: string }
    if (!reasons) throw error
    return { codes: reasons.map(({ code }) => code), kind, facts: reasons[0]!.facts, citation: reasons[0]!.citation }
  }
  throw new Error('Nothing was refused')
}
