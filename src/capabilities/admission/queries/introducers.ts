import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { sponsorFaults, sponsorFreeOfDiscipline, sponsorsMin, type Settings } from '../../../regulations/index.ts'
import type { Circumstances, NamedPerson } from '../model.ts'
import { introducerNotFound, sponsorDoesNotFit, sponsorNotFull } from '../errors.ts'
import { refuseAll } from '../perform.ts'

type Naming = {
  readonly cellId: string; readonly people: readonly (string | null | undefined)[]; readonly known?: readonly (string | null)[]
  /** Days on one of which they must have stood in the grassroots organisation. */
  readonly days: readonly PlainDate[]
  /** The day whose standing counts: of the cell's meeting, or of the paper. */
  readonly standingOn: PlainDate
}

/**
 * Asks whether the people named in a file may introduce: members of the grassroots organisation of its cell on one of the days, though of
 * another cell than one sees (Điều 4 Điều lệ Đảng; điểm 3.2.1 hướng dẫn thi hành), official and free of discipline. Those `known` to the file
 * already stay: the cell's meeting judges them. Refuses `admission.introducerNotFound` for anybody else and who does not exist,
 * `admission.sponsorNotFull`, `admission.sponsorDoesNotFit`.
 */
export async function refuseUnfitIntroducers(db: Db, { overrides }: Settings, { cellId, people, known = [], days, standingOn }: Naming): Promise<void> {
  const asked = [...new Set(people)].filter((id) => id && !known.includes(id))
  if (asked.length === 0) return
  const found = await db.rows<NamedPerson>(sql`
    select full_name as name, status, disciplined from admission.standing_of_introducers(${cellId}, ${asked}::uuid[], ${days}::date[], ${standingOn}::date)`)
  if (found.length < asked.length) throw introducerNotFound()
  const free = sponsorFreeOfDiscipline.usedOn(standingOn, overrides)
  refuseAll(found.flatMap(({ name, status, disciplined }) => {
    if (status === 'probationary') return [sponsorNotFull(name, sponsorsMin.usedOn(standingOn, overrides))]
    return free.value && (disciplined || status === 'suspended') ? [sponsorDoesNotFit(name, [sponsorFaults.underDiscipline], free)] : []
  }))
}

export const sponsorIds = (circumstances: Circumstances | undefined): string[] => (circumstances?.sponsors ?? []).map(({ personId }) => personId)
