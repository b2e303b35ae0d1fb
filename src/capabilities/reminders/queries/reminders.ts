import type { PlainDate } from '../../../kernel/index.ts'
import { newId } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { DueItem } from '../due-item.ts'
import type { Reminder } from '../model.ts'

/** Reminders of a span of days, both ends inside, below an organisation when one is given. */
export function listReminders(db: Db, span: { from: PlainDate; to: PlainDate; organisationId?: string | undefined; today: PlainDate }): Promise<Reminder[]> {
  return db.rows(sql`
    select kind, subject_id as "subjectId", next_act as "nextActCode", reminded_on as "on" from reminders.reminder
    where reminded_on between ${span.from} and ${span.to}
      and (${span.organisationId ?? null}::uuid is null or organisation_id = any (array(
        select descendant_id from organisations.closure where ancestor_id = ${span.organisationId ?? null} and valid_during @> ${span.today}::date)))`)
}

/** Keeps that somebody was reminded of each of these things. */
export async function insertReminders(db: Db, items: readonly DueItem[], how: { way: 'sent' | 'printed'; on: PlainDate; by: string | undefined }): Promise<void> {
  const rows = items.map((i) => ({ id: newId(), kind: i.kind, subject_id: i.subjectId, person_id: i.personId, organisation_id: i.organisationId, next_act: i.nextActCode, due_on: i.dueOn }))
  await db.run(sql`
    insert into reminders.reminder (id, kind, subject_id, person_id, organisation_id, next_act, due_on, way, reminded_on, reminded_by)
    select r.id, r.kind, r.subject_id, r.person_id, r.organisation_id, r.next_act, r.due_on, ${how.way}, ${how.on}::date, ${how.by ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, kind text, subject_id uuid, person_id uuid, organisation_id uuid, next_act text, due_on date)`)
}

export type HistoryRow = { on: PlainDate; way: 'sent' | 'printed'; nextAct: string; dueOn: PlainDate; byName: string | null }

export function listHistoryOf(db: Db, subjectId: string): Promise<HistoryRow[]> {
  return db.rows(sql`
    select r.reminded_on as "on", r.way, r.next_act as "nextAct", r.due_on as "dueOn", a.full_name as "byName"
    from reminders.reminder r left join access.account a on a.id = r.reminded_by
    where r.subject_id = ${subjectId} order by r.reminded_on desc, r.recorded_at desc limit 100`)
}

export type PlaceNames = { id: string; code: string | null; shortName: string; aboveName: string | null }

/** Short names of organisations and of what stands directly above each, on a day. */
export async function placeNames(db: Db, ids: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, PlaceNames>> {
  const rows = await db.rows<PlaceNames>(sql`
    select v.organisation_id as id, v.code, v.short_name as "shortName", above.short_name as "aboveName"
    from organisations.version v
    left join organisations.placement p on p.organisation_id = v.organisation_id and p.superseded_at is null and p.valid_during @> ${on}::date
    left join organisations.version above on above.organisation_id = p.parent_id and above.superseded_at is null and above.valid_during @> ${on}::date
    where v.superseded_at is null and v.valid_during @> ${on}::date and v.organisation_id = any (${[...new Set(ids)]}::uuid[])`)
  return new Map(rows.map((row) => [row.id, row]))
}
