import type { PoolClient } from 'pg'
import type { PlainDate } from '../../kernel/index.ts'
import { complaintDays, disciplineEffectMonths, exemptionGroundsOn, suspensionTerm } from '../../regulations/index.ts'
import { idOf } from './always-alike.ts'
import { measureWords as words } from './measures.vi.ts'

/** The number of a paper as it stands in the words of a basis. */
const numberIn = (basis: string) => `coalesce(substring(${basis} from '\\d+-[^ ,]+'), '1-QĐ')`

/** The papers behind the disciplines, suspensions and exemptions that lie over memberships already. */
export async function layMeasures(client: PoolClient, today: PlainDate): Promise<void> {
  const rule = (used: object) => JSON.stringify(used)
  await client.query(`
    insert into lifecycle.discipline (id, person_id, measure, authority, ground, decision_number, decided_on, issued_by, effective_on, effect_until, received_on, complaint_due_on, rule, recorded_at)
    select ${idOf(`'discipline' || o.id`)}, o.person_id, 'reprimand', 'superior', ($3::text[])[1 + abs(hashtext(o.person_id::text)) % cardinality($3::text[])], ${numberIn('o.basis')}, lower(o.valid_during), $4, lower(o.valid_during), upper(o.valid_during),
      lower(o.valid_during) + 2, lower(o.valid_during) + 2 + $5::int, $2::jsonb, o.recorded_at
    from members.overlay o where o.kind = 'disciplined' and o.superseded_at is null and lower(o.valid_during) <= $1::date`,
  [today, rule(disciplineEffectMonths.usedOn(today)), words.grounds, words.committee, complaintDays.inForceOn(today).value])
  await client.query(`
    insert into lifecycle.suspension (id, person_id, ground, reason, decision_number, decided_on, issued_by, from_day, last_day, rule, former_status, recorded_at)
    select ${idOf(`'suspension' || s.id`)}, s.person_id, 'inquiry', $2, ${numberIn('s.basis')}, lower(s.valid_during), $3, lower(s.valid_during), lower(s.valid_during) + 110, $4::jsonb, 'full', s.recorded_at
    from members.status s where s.status = 'suspended' and s.superseded_at is null and upper_inf(s.valid_during) and lower(s.valid_during) <= $1::date`,
  [today, words.inquiry, words.committee, rule(suspensionTerm.usedOn(today))])
  await client.query(`
    insert into lifecycle.exemption (id, person_id, ground, note, resolution, decided_on, from_day, rule, former_status, recorded_at)
    select ${idOf(`'exemption' || s.id`)}, s.person_id, case when abs(hashtext(s.person_id::text)) % 3 = 0 then 'weakHealth' else 'oldAge' end, null, ${numberIn('s.basis')}, lower(s.valid_during), lower(s.valid_during), $2::jsonb, 'full', s.recorded_at
    from members.status s where s.status = 'exempt' and s.superseded_at is null and upper_inf(s.valid_during) and lower(s.valid_during) <= $1::date`,
  [today, rule(exemptionGroundsOn(today))])
}
