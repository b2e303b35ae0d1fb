import { surelyBefore, filled, type RulesOf } from './rule-sql.ts'
import { thresholds as t } from './thresholds.ts'

const age = 'members.age_on(f.born_on, :day)'
const isFullDay = (column: string) => `length(${column}) = 10`

/** Who somebody is: birth, numbers, places, schooling, and where they are away. */
export const personRules: RulesOf = (law) => ({
  birthMissing: { wrong: 'f.born_on is null' },
  birthOnlyYear: { applies: 'f.born_on is not null', wrong: 'length(f.born_on) < 10', fact: 'f.born_on' },
  birthNotPossible: { applies: 'f.born_on is not null', wrong: `${age} > ${t.oldestAge} or f.born_on > :day::text`, fact: 'f.born_on' },
  birthOnOtherPaper: { applies: 'f.born_on is not null', wrong: `f.says ? 'bornOnOtherPapers' and jsonb_typeof(f.says -> 'bornOnOtherPapers') = 'object'`,
    fact: `concat_ws(' / ', f.born_on, f.says -> 'bornOnOtherPapers' ->> 'date')` },
  sexMissing: { wrong: 'f.sex is null' },
  ethnicityMissing: { wrong: `not ${filled('f.ethnicity')}` },
  nativePlaceMissing: { wrong: `not ${filled('f.native_place')}` },
  residenceMissing: { wrong: `not ${filled('f.residence')}` },
  educationMissing: { wrong: `not ${filled('f.general_education')}` },
  identityMissing: { wrong: 'f.identity_number is null and f.old_identity_number is null' },
  identityOnlyOld: { applies: `not ${law.oldIdentityCounts} and coalesce(f.identity_number, f.old_identity_number) is not null`, wrong: 'f.identity_number is null', fact: 'f.old_identity_number' },
  identityMalformed: { applies: 'f.identity_number is not null', wrong: `f.identity_number !~ '^\\d{${law.identity.digits}}$'`, fact: 'f.identity_number' },
  oldIdentityMalformed: { applies: 'f.old_identity_number is not null', wrong: `f.old_identity_number !~ '^\\d{9}(\\d{3})?$'`, fact: 'f.old_identity_number' },
  identityTwice: { applies: 'f.identity_number is not null', wrong: 'f.identity_twice', fact: 'f.identity_number' },
  identityDisagrees: {
    applies: `f.identity_number ~ '^\\d{${law.identity.digits}}$' and f.born_on is not null and f.sex is not null`,
    wrong: `substr(f.identity_number, 4, 3) <> ((left(f.born_on, 2)::int - ${law.identity.firstCentury}) * 2 + case f.sex when 'female' then 1 else 0 end)::text || substr(f.born_on, 3, 2)`,
    fact: `concat_ws(' ', f.identity_number, f.born_on, f.sex)`,
  },
  phoneMalformed: { applies: filled('f.phone'), wrong: `regexp_replace(regexp_replace(f.phone, '[ .()-]', '', 'g'), '^\\+84', '0') !~ '^0([35789]\\d{8}|2\\d{9})$'`, fact: 'f.phone' },
  awayPhoneMissing: { applies: 'f.is_away', wrong: `not ${filled('f.phone')} and not ${filled('f.away_phone')}`, fact: 'f.away_place' },
  awayContactMissing: { applies: 'f.is_away', wrong: 'f.contact_id is null', fact: 'f.away_place' },
  excuseLapsed: { applies: 'f.is_away and f.excused_until is not null', wrong: 'f.excused_until < :day', fact: 'f.excused_until::text' },
  residenceOldCommune: {
    applies: `:day >= date '${law.newUnitsFrom}' and f.says -> 'residence' ->> 'unitOn' is not null`, wrong: `f.says -> 'residence' ->> 'unitOn' < '${law.newUnitsFrom}'`, fact: `f.says -> 'residence' ->> 'text'`,
  },
  degreeAboveEducation: {
    applies: `jsonb_typeof(f.says -> 'degree') = 'string' and f.general_education ~ '^\\d+/\\d+$'`, wrong: `split_part(f.general_education, '/', 1)::int < split_part(f.general_education, '/', 2)::int`,
    fact: `concat_ws(' / ', f.general_education, f.says ->> 'degree')`,
  },
  careerMissing: { applies: 'f.has_sheet', wrong: 'not f.has_career' },
  familyMissing: { applies: 'f.has_sheet', wrong: 'not f.has_family' },
  careerOld: { applies: 'f.has_career', wrong: `not f.career_runs and members.latest_day(f.career_until) + make_interval(months => ${t.careerMonths}) < :day`, fact: 'f.career_until' },
  supplementNotHandedIn: { applies: 'f.supplement_year is not null', wrong: 'not coalesce(f.supplement_handed_in, false)', fact: 'f.supplement_year::text' },
  joinedTooYoung: {
    // Who may have been old enough on some day of what is known is not called too young.
    applies: 'f.born_on is not null and f.joined_on is not null', wrong: `members.age_on(f.born_earliest, f.joined_latest) < ${law.minAgeOn('f.joined_latest')}`,
    fact: `concat_ws(' / ', f.born_on, f.joined_on)`,
  },
  confirmedBeforeJoined: { applies: 'f.confirmed_on is not null and f.joined_on is not null', wrong: surelyBefore('f.confirmed_on', 'f.joined_on'), fact: `concat_ws(' / ', f.joined_on, f.confirmed_on)` },
  probationLengthWrong: {
    applies: `${isFullDay('f.confirmed_on')} and ${isFullDay('f.probation_from')} and f.probation_from >= '${law.firstRuledDay}'`,
    // Probation from 29/02 ends on the day before or after the one that the next year has not.
    wrong: `f.confirmed_on::date - (f.probation_from::date + make_interval(months => ${law.probationMonthsOn('f.probation_from::date')}))::date not between 0 and case when right(f.probation_from, 5) = '02-29' then 1 else 0 end`,
    fact: `concat_ws(' / ', f.probation_from, f.confirmed_on)`,
  },
  confirmationSignedEarly: { applies: `f.confirmation_signed_on is not null and f.confirmed_on is not null`, wrong: surelyBefore('f.confirmation_signed_on::text', 'f.confirmed_on'), fact: `concat_ws(' / ', f.confirmed_on, f.confirmation_signed_on)` },
})
