import { fold } from '../../../../kernel/index.ts'
import type { Sex } from '../types.ts'
import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { caseless, proposal, question, wordTable, type Reading } from './reading.ts'

export const sexNames: Readonly<Record<Sex, string>> = { male: 'Nam', female: 'Nữ' }
export const sexChoices = [sexNames.male, sexNames.female]

const BY_WORD = wordTable<Sex>({ nam: 'male', nữ: 'female' })

/** What most cells of the column look like, when it is not `Nam`/`Nữ`: `NAM`, `nam`. */
export type SexHabit = { readonly form: 'asListed' | 'capitals' | 'small' }

export function sexHabit(texts: readonly string[]): SexHabit {
  const count = (test: (text: string) => boolean) => texts.filter(test).length
  if (count((text) => /^(NAM|NỮ)$/.test(text.normalize('NFC'))) > texts.length / 2) return { form: 'capitals' }
  return { form: count((text) => /^(nam|nữ)$/.test(text.normalize('NFC'))) > texts.length / 2 ? 'small' : 'asListed' }
}

const isHabit = (text: string, habit: SexHabit): boolean =>
  (habit.form === 'capitals' && text === text.toLocaleUpperCase('vi')) || (habit.form === 'small' && text === text.toLocaleLowerCase('vi'))

/** The sex in a column of its own. Nothing is concluded from a name, a number or a blank. */
export function readSex(cell: Cell | undefined, habit: SexHabit): Reading<Sex> {
  const text = cell?.text.normalize('NFC').trim() ?? ''
  if (text === '') return { finding: question('sex.blank', sexChoices) }
  if (text === sexNames.male) return { read: 'male' }
  if (text === sexNames.female) return { read: 'female' }
  const sex = BY_WORD[caseless(text)]
  if (sex) return isHabit(text, habit) ? { read: sex } : { read: sex, finding: proposal('sex.lower-case', { value: sexNames[sex] }) }
  if (/^[01]$/.test(text)) return { finding: question('sex.digit', sexChoices) }
  if (/^[xv✓]$/i.test(text)) return { finding: question('sex.x', sexChoices, { value: text }) }
  if (fold(text) === 'nu' && /^nu$/i.test(text)) return { read: 'female', finding: proposal('sex.no-accent', { value: sexNames.female }) }
  return { finding: question('sex.typo', sexChoices, { value: text }) }
}
