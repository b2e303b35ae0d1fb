import { newId } from '../../../kernel/index.ts'
import { sql, type Ctx, type Db } from '../../../platform/action/index.ts'
import { nameSortKey } from '../../../kernel/index.ts'
import { tellBasis } from './restate-person.ts'

/** Values a list brings for a known member; an absent one changes nothing. Dates are uncertain dates as text. */
export type ListedCorrection = {
  personId: string
  /** Version of the person as it was compared; a newer one means that the register changed meanwhile. */
  personVersion: number
  person: Partial<Record<'fullName' | 'otherName' | 'sex' | 'bornOn' | 'ethnicity' | 'religion' | 'identityNumber' | 'oldIdentityNumber' | 'phone' | 'nativePlace' | 'residence' | 'generalEducation' | 'profession' | 'politicalTheory' | 'note', string>>
  membership: Partial<Record<'cardNumber' | 'historyNumber' | 'admittedOn' | 'confirmedOn', string>>
}

async function correctPeople(db: Db, corrections: readonly ListedCorrection[]): Promise<number> {
  const rows = corrections.map(({ personId, personVersion, person: p }) => ({
    id: personId, version: personVersion, full_name: p.fullName, sort_key: p.fullName && nameSortKey(p.fullName), other_name: p.otherName, sex: p.sex, born_on: p.bornOn,
    ethnicity: p.ethnicity, religion: p.religion, identity_number: p.identityNumber, old_identity_number: p.oldIdentityNumber, phone: p.phone, native_place: p.nativePlace,
    residence: p.residence, general_education: p.generalEducation, profession: p.profession, political_theory: p.politicalTheory, note: p.note,
  }))
  return db.run(sql`
    update members.person p set
      full_name = coalesce(r.full_name, p.full_name), sort_key = coalesce(r.sort_key, p.sort_key), other_name = coalesce(r.other_name, p.other_name),
      sex = coalesce(r.sex, p.sex), born_on = coalesce(r.born_on, p.born_on), ethnicity = coalesce(r.ethnicity, p.ethnicity), religion = coalesce(r.religion, p.religion),
      identity_number = coalesce(r.identity_number, p.identity_number), old_identity_number = coalesce(r.old_identity_number, p.old_identity_number),
      phone = coalesce(r.phone, p.phone), native_place = coalesce(r.native_place, p.native_place), residence = coalesce(r.residence, p.residence),
      general_education = coalesce(r.general_education, p.general_education), profession = coalesce(r.profession, p.profession),
      political_theory = coalesce(r.political_theory, p.political_theory), note = coalesce(r.note, p.note)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, version int, full_name text, sort_key text, other_name text, sex text, born_on text,
      ethnicity text, religion text, identity_number text, old_identity_number text, phone text, native_place text, residence text,
      general_education text, profession text, political_theory text, note text)
    where p.id = r.id and p.version = r.version`)
}

/** States the last spell of membership anew; the former statement stays, superseded. */
async function restateMemberships(db: Db, corrections: readonly ListedCorrection[], sourceId: string): Promise<void> {
  const rows = corrections.filter(({ membership }) => Object.keys(membership).length > 0).map(({ personId, membership: m }) => ({
    new_id: newId(), person_id: personId, card_number: m.cardNumber, history_number: m.historyNumber, admitted_on: m.admittedOn, confirmed_on: m.confirmedOn,
  }))
  if (rows.length === 0) return
  await db.run(sql`
    with r as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (new_id uuid, person_id uuid, card_number text, history_number text, admitted_on text, confirmed_on text)),
    former as (
      update members.membership m set superseded_at = platform.moment() from r
      where m.person_id = r.person_id and m.superseded_at is null
        and m.ordinal = (select max(x.ordinal) from members.membership x where x.person_id = m.person_id and x.superseded_at is null)
      returning m.*)
    insert into members.membership (id, person_id, ordinal, decided_on, decision_number, decided_by, ceremony_on, admitted_on, confirmed_on, confirmation_number,
      confirmation_signed_on, card_number, history_number, ended_on, end_kind, end_basis, source_id)
    select r.new_id, f.person_id, f.ordinal, f.decided_on, f.decision_number, f.decided_by, f.ceremony_on, coalesce(r.admitted_on, f.admitted_on), coalesce(r.confirmed_on, f.confirmed_on),
      f.confirmation_number, f.confirmation_signed_on, coalesce(r.card_number, f.card_number), coalesce(r.history_number, f.history_number), f.ended_on, f.end_kind, f.end_basis, ${sourceId}
    from former f join r on r.person_id = f.person_id`)
}

/**
 * Takes over what a list says about members who are known already. Answers how many were corrected: fewer than asked means that the
 * register changed since it was compared, and the caller refuses. One entry in the trail. The caller has authorised.
 */
export async function correctFromList(ctx: Ctx, { corrections, sourceId, basis }: { corrections: readonly ListedCorrection[]; sourceId: string; basis: string }): Promise<number> {
  await tellBasis(ctx.db, basis, sourceId)
  const corrected = await correctPeople(ctx.db, corrections)
  await tellBasis(ctx.db, null)
  await restateMemberships(ctx.db, corrections, sourceId)
  await ctx.audit({ event: 'members.correctedFromList', subject: { type: 'import', id: sourceId }, facts: { members: corrections.length, basis } })
  return corrected
}
