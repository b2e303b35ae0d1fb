import type { PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { Circumstances } from '../model.ts'
import { introducerNotFound } from '../errors.ts'

type Naming = { readonly cellId: string; readonly people: readonly (string | null | undefined)[]; readonly known?: readonly (string | null)[]; readonly days: readonly PlainDate[] }

/**
 * Asks whether the people named in a file may introduce: members of the grassroots organisation of its cell on one of the days, though of
 * another cell than one sees (Điều 4 Điều lệ Đảng; điểm 3.2.1 hướng dẫn thi hành). Those `known` to the file already stay. Anybody else, and
 * who does not exist, is `admission.introducerNotFound`.
 */
export async function refuseStrangers(db: Db, { cellId, people, known = [], days }: Naming): Promise<void> {
  const asked = [...new Set(people)].filter((id) => id && !known.includes(id))
  if (asked.length === 0) return
  const found = await db.rows(sql`select may_introduce as id from admission.may_introduce(${cellId}, ${asked}::uuid[], ${days}::date[])`)
  if (found.length < asked.length) throw introducerNotFound()
}

export const sponsorIds = (circumstances: Circumstances | undefined): string[] => (circumstances?.sponsors ?? []).map(({ personId }) => personId)
