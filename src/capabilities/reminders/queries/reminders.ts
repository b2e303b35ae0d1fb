import type { PlainDate } from '../../../kernel/index.ts'
import { newId } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { DueKind } from '../codes.ts'
import type { DueItem } from '../due-item.ts'
import type { Reminder } from '../model.ts'

export type ReminderRow = Reminder & { subjectType: DueItem['subjectType']; personName: string | null; organisationId: string; nextAct: string }

/** Reminders of a span of days, both ends inside, within the actor's part. */
export function listReminders(db: Db, span: { from: PlainDate; to: PlainDate }): Promise<ReminderRow[]> {
  return db.rows(sql`
    select kind, subject_id as "subjectId", subject_type as "subjectType", person_name as "personName", organisation_id as "organisationId",
      next_act as "nextActCode", next_act_words as "nextAct", reminded_on as "on"
    from reminders.reminder where reminded_on between ${span.from} and ${span.to} order by reminded_on, recorded_at, id`)
}

/** Keeps that somebody was reminded of each of these things. */
export async function insertReminders(db: Db, items: readonly DueItem[], how: { way: 'sent' | 'printed'; on: PlainDate; by: string | undefined }): Promise<void> {
  const rows = items.map((i) => ({
    id: newId(), kind: i.kind, subject_id: i.subjectId, subject_type: i.subjectType, person_id: i.personId, person_name: i.personName, organisation_id: i.organisationId,
    next_act: i.nextActCode, next_act_words: i.nextAct, due_on: i.dueOn,
  }))
  await db.run(sql`
    insert into reminders.reminder (id, kind, subject_id, subject_type, person_id, person_name, organisation_id, next_act, next_act_words, due_on, way, reminded_on, reminded_by)
    select r.id, r.kind, r.subject_id, r.subject_type, r.person_id, r.person_name, r.organisation_id, r.next_act, r.next_act_words, r.due_on,
      ${how.way}, ${how.on}::date, ${how.by ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, kind text, subject_id uuid, subject_type text, person_id uuid, person_name text, organisation_id uuid, next_act text, next_act_words text, due_on date)`)
}

export type HistoryRow = { kind: DueKind; on: PlainDate; way: 'sent' | 'printed'; nextAct: string; dueOn: PlainDate; byName: string | null }

export function listHistoryOf(db: Db, subjectId: string): Promise<HistoryRow[]> {
  return db.rows(sql`
    select r.kind, r.reminded_on as "on", r.way, r.next_act_words as "nextAct", r.due_on as "dueOn", a.full_name as "byName"
    from reminders.reminder r left join access.account a on a.id = r.reminded_by
    where r.subject_id = ${subjectId} order by r.reminded_on desc, r.recorded_at desc limit 100`)
}
