import { fold, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { RegisterValues } from '../matching.ts'

/** Somebody of the register who is no member where the list is from: one who left, or a member of another organisation. */
export type PersonElsewhere = {
  readonly personId: string; readonly fullName: string; readonly bornOn: string | null; readonly identityNumber: string | null; readonly cardNumber: string | null
  readonly endedOn: PlainDate | null; readonly endKind: string | null; readonly cellName: string | null
}

/** Whether the register holds anybody whom one may see. */
export const isAnybodyRegistered = async (db: Db): Promise<boolean> => (await db.one<{ is: boolean }>(sql`select exists (select from members.person) as is`)).is

const present = (values: readonly (string | null | undefined)[]): string[] => [...new Set(values.filter((value): value is string => !!value))]

/** People whom one may see with one of these identity numbers, card numbers or names, as they stood on a day. */
export async function peopleAlike(db: Db, wanted: readonly RegisterValues[], on: PlainDate): Promise<PersonElsewhere[]> {
  if (wanted.length === 0) return []
  return db.rows(sql`
    select p.id as "personId", p.full_name as "fullName", p.born_on as "bornOn", p.identity_number as "identityNumber", m.card_number as "cardNumber",
      case when m.ended_on <= ${on}::date then m.ended_on end as "endedOn", m.end_kind as "endKind", v.short_name as "cellName"
    from members.person p
    join lateral (select * from members.membership m where m.person_id = p.id and m.superseded_at is null order by m.ordinal desc limit 1) m on true
    left join members.placement pl on pl.person_id = p.id and pl.superseded_at is null and pl.valid_during @> ${on}::date
    left join organisations.version v on v.organisation_id = pl.cell_id and v.superseded_at is null and v.valid_during @> ${on}::date
    where p.withdrawn_at is null and (p.identity_number = any (${present(wanted.map((each) => each.identityNumber))}::text[])
      or m.card_number = any (${present(wanted.map((each) => each.cardNumber))}::text[])
      or btrim(p.search_text) = any (${present(wanted.map((each) => fold(each.fullName ?? '')))}::text[]))`)
}
