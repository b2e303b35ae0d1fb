import type { FieldKey, ListKey } from './catalogue.ts'

/** Items that the yearly supplement asks about: what changes in the life of a member from one year to the next. */
export const supplementItems = [
  'residence', 'temporaryResidence', 'occupation', 'phone', 'generalEducation', 'profession', 'degree', 'politicalTheory', 'computing', 'health', 'income', 'house', 'land', 'assets',
  'career', 'politicalTraining', 'studies', 'languages', 'awards', 'discipline', 'travelAbroad', 'family',
] as const satisfies readonly (FieldKey | ListKey)[]
