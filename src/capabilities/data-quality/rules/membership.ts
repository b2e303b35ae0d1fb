import type { Law } from './law.ts'
import { filled, type RulesOf } from './rule-sql.ts'
import { thresholds as t } from './thresholds.ts'

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Types of papers of which nothing is known although everybody of this kind must have them; lost and unreadable ones are a fault of their own. */
function missingPapers(law: Law): string {
  const list = (underRules: boolean, official: boolean) => `array_remove(array[${law.papers(underRules, official)
    .map((anyOf) => `case when not f.papers_known && array[${anyOf.map(literal).join(', ')}]::text[] then ${literal(anyOf[0]!)} end`).join(', ')}], null)`
  return `case when f.joined_on >= '${law.firstRuledDay}' then case when f.is_official then ${list(true, true)} else ${list(true, false)} end
    else case when f.is_official then ${list(false, true)} else ${list(false, false)} end end`
}

/** Admission, confirmation, card, state, and the dossier on paper. */
export const membershipRules: RulesOf = (law) => ({
  joiningDayMissing: { wrong: 'f.joined_on is null' },
  decisionNumberMissing: { applies: `f.decided_on >= date '${law.firstRuledDay}'`, wrong: `not ${filled('f.decision_number')}`, fact: 'f.decided_on::text' },
  confirmationMissing: { applies: 'f.is_official', wrong: 'f.confirmed_on is null' },
  cardMissing: { applies: 'f.is_official', wrong: 'f.card_number is null' },
  cardTwice: { applies: 'f.card_number is not null', wrong: 'f.card_twice', fact: 'f.card_number' },
  cardMalformed: { applies: 'f.card_number is not null', wrong: `f.card_number !~ '^\\d+$' or length(f.card_number) not in (${law.cardDigits.join(', ')})`, fact: 'f.card_number' },
  stateWithoutPaper: { applies: `f.status in ('exempt', 'suspended')`, wrong: `not ${filled('f.status_basis')}`, fact: 'f.status_since::text' },
  probationaryButConfirmed: { applies: `f.status = 'probationary'`, wrong: 'f.confirmed_on <= :day::text', fact: 'f.confirmed_on' },
  probationLong: {
    applies: `f.status = 'probationary' and f.status_since is not null`,
    wrong: `f.status_since + make_interval(months => ${law.probationMonthsOn('f.status_since')} + ${t.probationMonths}) < :day`, fact: 'f.status_since::text',
  },
  dossierNotOpened: { applies: 'f.cell_has_dossiers', wrong: 'f.dossier_id is null' },
  dossierPapersMissing: { applies: 'f.dossier_id is not null', wrong: `cardinality(${missingPapers(law)}) > 0`, fact: `array_to_string(${missingPapers(law)}, ', ')` },
  dossierPaperLost: { applies: 'f.dossier_id is not null', wrong: 'cardinality(f.papers_lost) > 0', fact: `array_to_string(f.papers_lost, ', ')` },
  decisionYearDisagrees: { applies: `f.decision_year is not null and f.decided_on is not null`, wrong: 'f.decision_year <> left(f.decided_on::text, 4)', fact: `concat_ws(' / ', left(f.decided_on::text, 4), f.decision_year)` },
  confirmationYearDisagrees: { applies: `f.confirmation_year is not null and f.confirmed_on is not null`, wrong: `f.confirmation_year < left(f.confirmed_on, 4)`, fact: `concat_ws(' / ', left(f.confirmed_on, 4), f.confirmation_year)` },
})
