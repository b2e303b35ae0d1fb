import { filled, surelyBefore, type RulesOf } from './rule-sql.ts'
import { thresholds as t } from './thresholds.ts'

const texts = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ')

/** Lines of the lists of the sheet. `f.content` holds the columns of the line. */
export const lineRules: RulesOf = () => ({
  lineEndsBeforeItBegins: { applies: `f.content ? 'from' and f.content ? 'to'`, wrong: surelyBefore(`f.content ->> 'to'`, `f.content ->> 'from'`), fact: `concat_ws(' / ', f.first_words, f.content ->> 'from', f.content ->> 'to')` },
  lineOutsideLife: {
    applies: `f.born_on is not null and coalesce(f.content ->> 'on', f.content ->> 'from') is not null`,
    wrong: `${surelyBefore(`coalesce(f.content ->> 'on', f.content ->> 'from')`, 'f.born_on')} or coalesce(f.content ->> 'on', f.content ->> 'from') > :day::text`,
    fact: `concat_ws(' / ', f.first_words, coalesce(f.content ->> 'on', f.content ->> 'from'))`,
  },
  parentTooYoung: {
    applies: `f.list = 'family' and f.is_parent and f.content ? 'born' and f.born_on is not null`, wrong: `left(f.content ->> 'born', 4)::int + ${t.parentYears} > left(f.born_on, 4)::int`, fact: `f.content ->> 'born'`,
  },
  badgeBeforeItsYears: {
    applies: `f.list = 'badges' and f.content ? 'on' and f.content ->> 'badge' ~ '\\d\\d' and f.decided_on is not null`,
    wrong: `left(f.content ->> 'on', 4)::int - extract(year from f.decided_on)::int < substring(f.content ->> 'badge' from '\\d\\d')::int - 2`,
    fact: `concat_ws(' / ', f.content ->> 'badge', f.content ->> 'on')`,
  },
})

/** Posts held on the day. */
export const postRules: RulesOf = () => ({
  postInEndedOrganisation: { wrong: 'f.ended_on is not null', fact: `concat_ws(' / ', f.post, f.ended_on)` },
  postOfNoMember: { wrong: `f.standing_status is null or f.standing_status = 'probationary'`, fact: 'f.post' },
  postBeforeTerm: { applies: 'f.term_from is not null and f.ended_on is null', wrong: 'f.held_from < f.term_from', fact: `concat_ws(' / ', f.post, f.held_from)` },
  postInOtherCell: { applies: 'f.is_cell and f.standing_cell is not null and f.ended_on is null', wrong: 'f.standing_cell <> f.organisation_id', fact: 'f.post' },
})

/** Organisations that stand on the day. */
export const organisationRules: RulesOf = (law) => ({
  cellTooSmall: { applies: 'f.is_cell', wrong: `f.full_members < ${law.cellMin}`, fact: 'f.full_members::text' },
  cellWithoutSecretary: { applies: 'f.is_cell', wrong: 'f.secretaries = 0' },
  twoSecretaries: { applies: 'f.secretaries > 0', wrong: 'f.secretaries > 1', fact: 'f.secretaries::text' },
  committeeMissing: { wrong: 'f.term_from is null' },
  committeeTermOver: { applies: 'f.term_until is not null', wrong: 'f.term_until <= :day', fact: '(f.term_until - 1)::text' },
  moreHoldersThanSeats: { applies: 'f.elected_seats is not null', wrong: 'f.holders > f.elected_seats', fact: `concat_ws(' / ', f.holders, f.elected_seats)` },
  organisationCodeMissing: { wrong: `not ${filled('f.code')}` },
  organisationOldCommune: {
    applies: `:day >= date '${law.newUnitsFrom}' and f.admin_unit_code is not null`, wrong: `f.admin_unit_code in (${texts(law.formerUnits)}) and f.admin_unit_code not in (${texts(law.newUnits)})`, fact: 'f.admin_unit_code',
  },
})

/** Files of admission and confirmation that are open on the day. */
export const fileRules: RulesOf = () => ({
  fileOfMember: { applies: `f.kind in ('admission', 'readmission')`, wrong: `f.member_status is not null and f.member_since < :day`, fact: 'f.member_since::text' },
  fileHelperNoMember: { applies: 'f.helper_id is not null', wrong: `f.helper_status is null or f.helper_status = 'probationary'` },
  paperAfterReceipt: { wrong: 'f.paper_after_receipt is not null', fact: 'f.paper_after_receipt' },
  resolvedBeforeOpened: { applies: 'f.cell_resolved_on is not null', wrong: 'f.cell_resolved_on < f.opened_on', fact: `concat_ws(' / ', f.opened_on, f.cell_resolved_on)` },
  fileStands: { wrong: `f.stage_since + make_interval(months => ${t.fileMonths}) < :day and f.kind <> 'confirmation'`, fact: 'f.stage_since::text' },
})

/** People whom cells follow on the day. */
export const prospectRules: RulesOf = (law) => ({
  prospectBirthMissing: { wrong: 'f.born_on is null' },
  helperMissing: { wrong: 'f.helper_id is null' },
  followedHelperNoMember: { applies: 'f.helper_id is not null', wrong: `f.helper_status is null or f.helper_status = 'probationary'` },
  followedButMember: { wrong: 'f.member_status is not null', fact: 'f.member_status' },
  remarkOld: { applies: `f.opened_on + make_interval(months => ${t.remarkMonths}) < :day`, wrong: `coalesce(f.last_remark_on, f.opened_on) + make_interval(months => ${t.remarkMonths}) < :day`, fact: 'f.last_remark_on::text' },
  certificateLapsed: { applies: 'f.last_certificate_on is not null', wrong: `f.last_certificate_on + make_interval(months => ${law.certificateMonths}) < :day`, fact: 'f.last_certificate_on::text' },
})
