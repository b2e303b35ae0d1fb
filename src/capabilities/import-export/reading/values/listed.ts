import { fold, rememberedByText } from '../../../../kernel/index.ts'
import ethnicGroups from '../../../../regulations/codes/ethnic-groups.json' with { type: 'json' }
import religions from '../../../../regulations/codes/religions.json' with { type: 'json' }
import type { Cell } from '../../../../platform/foreign-workbook/sheets.ts'
import { caseless, proposal, question, warning, wordTable, type Reading } from './reading.ts'

type ListedName = { readonly vi: string; readonly aliases?: readonly string[] }

/** Letters alone, so that `H’Mông`, `H'Mông` and `Hmông` are one spelling. */
const lettersOf = (text: string): string => caseless(text).replace(/[^\p{L}]/gu, '')
const baseLettersOf = (text: string): string => fold(text).replace(/[^a-z]/g, '')

function indexed(items: readonly ListedName[], spellings: (item: ListedName) => readonly string[], key: (text: string) => string): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>()
  for (const item of items)
    for (const spelling of spellings(item)) index.set(key(spelling), (index.get(key(spelling)) ?? new Set()).add(item.vi))
  return index
}

class ListedNames {
  private readonly names: Map<string, Set<string>>
  private readonly aliases: Map<string, Set<string>>
  private readonly unmarked: Map<string, Set<string>>

  constructor(items: readonly ListedName[]) {
    this.names = indexed(items, (item) => [item.vi], lettersOf)
    this.aliases = indexed(items, (item) => item.aliases ?? [], lettersOf)
    this.unmarked = indexed(items, (item) => [item.vi], baseLettersOf)
  }

  byName = (text: string): string | undefined => [...(this.names.get(lettersOf(text)) ?? [])][0]
  byAlias = (text: string): readonly string[] => [...(this.aliases.get(lettersOf(text)) ?? [])]
  byBaseLetters = (text: string): readonly string[] => (text === fold(text) || /^[\x20-\x7e]+$/.test(text) ? [...(this.unmarked.get(baseLettersOf(text)) ?? [])] : [])
}

const ETHNIC = new ListedNames(ethnicGroups.items)
const RELIGION = new ListedNames(religions.items)

/** Old names that were given to several groups; nobody can tell from the word alone. */
const AMBIGUOUS_ETHNIC = wordTable<{ code: string; choices: readonly string[] }>({
  tho: { code: 'ethnic.tho-ambiguous', choices: ['Thổ', 'Tày'] },
  man: { code: 'ethnic.man-ambiguous', choices: ['Dao', 'Mông', 'Sán Chay', 'Sán Dìu'] },
})
const ALIAS_CODES = wordTable({ ngan: 'ethnic.ngan', caolan: 'ethnic.cao-lan' })
const HMONG = /^(h?mong|hmong|mong)$/

/** The ethnic group by the official list. A blank stays blank; a local or old name is proposed with the group the list puts it in. */
export const readEthnicity = (cell: Cell | undefined): Reading<string> => ethnicityIn(cell?.text ?? '')

const ethnicityIn = rememberedByText((written): Reading<string> => {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '') return { finding: warning('ethnic.blank') }
  const base = baseLettersOf(text)
  if (/^khong(ro|co)?$/.test(base)) return { finding: question('ethnic.no', [], { value: text }) }
  const ambiguous = AMBIGUOUS_ETHNIC[base]
  if (ambiguous) return { finding: question(ambiguous.code, ambiguous.choices) }
  const name = ETHNIC.byName(text)
  if (name) return text === name ? { read: name } : { read: name, finding: proposal('ethnic.lower-case', { value: name }) }
  const groups = ETHNIC.byAlias(text)
  const [group] = groups
  if (group && groups.length === 1) return { read: group, finding: proposal(HMONG.test(base) ? 'ethnic.hmong-spelling' : (ALIAS_CODES[base] ?? 'ethnic.alias'), { value: group }, { value: text, group }) }
  if (groups.length > 1) return { finding: question('ethnic.ambiguous', groups, { value: text }) }
  const unmarked = ETHNIC.byBaseLetters(text)
  if (unmarked.length === 1) return { read: unmarked[0]!, finding: proposal('ethnic.no-accent', { value: unmarked[0] }) }
  return { finding: question('ethnic.unclear', unmarked, { value: text }) }
})

const CATHOLIC = /^(thien ?chua( giao)?|dao thien chua|cong giao la ma|ki ?to giao)$/

/** The religion by the official list; `Không` is an answer, a blank is none. */
export const readReligion = (cell: Cell | undefined): Reading<string> => religionIn(cell?.text ?? '')

const religionIn = rememberedByText((written): Reading<string> => {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (text === '') return { finding: warning('religion.blank') }
  const name = RELIGION.byName(text)
  if (name) return text === name ? { read: name } : { read: name, finding: proposal('religion.lower-case', { value: name }) }
  if (CATHOLIC.test(fold(text))) return { read: 'Công giáo', finding: proposal('religion.catholic-synonym', { value: 'Công giáo' }) }
  const [unmarked, ...others] = RELIGION.byBaseLetters(text)
  if (unmarked && others.length === 0) return { read: unmarked, finding: proposal('religion.no-accent', { value: unmarked }) }
  const [longer, ...more] = religions.items.filter((item) => fold(item.vi) === `${fold(text)} giao`)
  if (longer && more.length === 0) return { read: longer.vi, finding: proposal('religion.synonym', { value: longer.vi }) }
  return { finding: question('religion.unclear', [], { value: text }) }
})
