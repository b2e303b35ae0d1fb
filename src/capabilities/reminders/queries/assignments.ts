import type { PlainDate } from '../../../kernel/index.ts'
import { newId } from '../../../kernel/index.ts'
import { sql, type Actor, type Db } from '../../../platform/action/index.ts'
import type { AssigneeRole, AssignmentOutcome, DueKind } from '../codes.ts'
import type { DueItem } from '../due-item.ts'

export type AssignmentRow = {
  id: string; version: number; kind: DueKind; subjectId: string; subjectType: DueItem['subjectType']; personId: string | null; personName: string | null; organisationId: string
  nextActCode: string; nextAct: string; dueOn: PlainDate; toAccountId: string | null; toAccountName: string | null; toRole: AssigneeRole | null; toOrganisationId: string | null
  wantedOn: PlainDate; note: string | null; on: PlainDate; byName: string | null
  outcome: AssignmentOutcome | null; answeredOn: PlainDate | null; answeredByName: string | null; answer: string | null
}

const columns = sql`
  a.id, a.version, a.kind, a.subject_id as "subjectId", a.subject_type as "subjectType", a.person_id as "personId", a.person_name as "personName", a.organisation_id as "organisationId",
  a.next_act as "nextActCode", a.next_act_words as "nextAct", a.due_on as "dueOn", a.to_account_id as "toAccountId", receiver.full_name as "toAccountName", a.to_role as "toRole",
  a.to_organisation_id as "toOrganisationId", a.wanted_on as "wantedOn", a.note, a.assigned_on as "on", giver.full_name as "byName",
  a.outcome, a.answered_on as "answeredOn", answerer.full_name as "answeredByName", a.answer`

const tables = sql`reminders.assignment a left join access.account receiver on receiver.id = a.to_account_id
  left join access.account giver on giver.id = a.assigned_by left join access.account answerer on answerer.id = a.answered_by`

export type AssignmentsAsked = { state: 'open' | 'answered' | 'all'; subjectId?: string | undefined; /** Answers before this day are left out. */ since?: PlainDate | undefined; mineOf?: Actor | undefined }

const isFor = (actor: Actor) => sql`(a.to_account_id = ${actor.accountId ?? null} or (a.to_role = ${actor.role ?? null} and a.to_organisation_id = ${actor.organisationId ?? null}))`

/** Work given, within the actor's part: open ones by the day they are wanted, then answered ones, newest first. */
export function listAssignmentRows(db: Db, { state, subjectId, since, mineOf }: AssignmentsAsked): Promise<AssignmentRow[]> {
  return db.rows(sql`
    select ${columns} from ${tables}
    where (${state} = 'all' or (a.outcome is null) = (${state} = 'open'))
      and (a.outcome is null or ${since ?? null}::date is null or a.answered_on >= ${since ?? null}::date)
      and (${subjectId ?? null}::uuid is null or a.subject_id = ${subjectId ?? null}::uuid) and ${mineOf ? isFor(mineOf) : sql`true`}
    order by a.outcome is not null, case when a.outcome is null then a.wanted_on end, a.answered_on desc nulls last, a.recorded_at desc, a.id`)
}

/** One assignment, locked for a change. */
export async function lockAssignment(db: Db, id: string): Promise<AssignmentRow | undefined> {
  const found = await db.first(sql`select id from reminders.assignment where id = ${id} for update`)
  return found ? db.first<AssignmentRow>(sql`select ${columns} from ${tables} where a.id = ${id}`) : undefined
}

/** To whom a thing goes: a user, or an office. */
export type Receiver = { accountId: string } | { role: AssigneeRole; organisationId: string }

export async function insertAssignments(db: Db, given: readonly { item: DueItem; to: Receiver }[], how: { wantedOn: PlainDate; note: string | undefined; on: PlainDate; by: string | undefined }): Promise<void> {
  const rows = given.map(({ item: i, to }) => ({
    id: newId(), kind: i.kind, subject_id: i.subjectId, subject_type: i.subjectType, person_id: i.personId, person_name: i.personName, organisation_id: i.organisationId,
    next_act: i.nextActCode, next_act_words: i.nextAct, due_on: i.dueOn,
    to_account_id: 'accountId' in to ? to.accountId : null, to_role: 'role' in to ? to.role : null, to_organisation_id: 'role' in to ? to.organisationId : null,
  }))
  await db.run(sql`
    insert into reminders.assignment (id, kind, subject_id, subject_type, person_id, person_name, organisation_id, next_act, next_act_words, due_on, to_account_id, to_role, to_organisation_id, wanted_on, note, assigned_on, assigned_by)
    select r.id, r.kind, r.subject_id, r.subject_type, r.person_id, r.person_name, r.organisation_id, r.next_act, r.next_act_words, r.due_on, r.to_account_id, r.to_role, r.to_organisation_id,
      ${how.wantedOn}::date, ${how.note ?? null}, ${how.on}::date, ${how.by ?? null}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, kind text, subject_id uuid, subject_type text, person_id uuid, person_name text, organisation_id uuid,
      next_act text, next_act_words text, due_on date, to_account_id uuid, to_role text, to_organisation_id uuid)`)
}

/** Ends an assignment; who asked for another version has been refused before. */
export async function endAssignment(db: Db, id: string, end: { outcome: AssignmentOutcome; on: PlainDate; by: string | undefined; words: string }): Promise<void> {
  await db.run(sql`
    update reminders.assignment set outcome = ${end.outcome}, answered_on = ${end.on}::date, answered_by = ${end.by ?? null}::uuid, answer = ${end.words}, version = version + 1 where id = ${id}`)
}
