import { useRef, type RefObject } from 'react'
import { countText, say, SearchBox, useAddress, useDesk, usePlace, type SearchGroup } from '../../../platform/ui-kit/index.ts'
import { groups, MOST_COUNTED, type Group } from '../codes.ts'
import { coveredNumberIn } from './carried-number.ts'
import { search } from './client.ts'
import { useGoToFinds } from './go-to-finds.ts'
import { isMany, linesOf, type GroupOfLines, type Line } from './lines.ts'
import { NoneFound } from './none-found.tsx'
import { groupTitles, word } from './words.vi.ts'

const SEARCHERS = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector', 'administrator']
const ROWS = 8
const ALL_OF = 'all.'
const NUMBER = 'number'

const noteOf = ({ about, why, near }: Line) => [near && word('near'), ...about, ...(why === word('byName') || why === word('byOrganisationName') ? [] : [why])].filter(Boolean).join(' · ')

const moreOf = ({ group, lines, total }: GroupOfLines) =>
  total > lines.length ? [{ id: ALL_OF + group, label: isMany(total) ? word('seeAllMany', { n: countText(MOST_COUNTED) }) : word('seeAll', { n: countText(total) }), look: 'more' as const }] : []

const numberGroup: SearchGroup = { id: `${NUMBER}s`, title: word('numberGroup'), items: [{ id: NUMBER, label: word('numberAsk'), note: word('numberNote') }] }

/** The one search box of the header: finds in groups while one types, `Enter` opens the page of all finds. */
export function HeaderSearch({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const { roleName } = useDesk()
  const address = useAddress()
  const place = usePlace()
  const goToFinds = useGoToFinds()
  const leadsTo = useRef(new Map<string, string>())
  if (!SEARCHERS.includes(roleName ?? '')) return null
  const find = async (text: string, signal: AbortSignal): Promise<SearchGroup[]> => {
    if (coveredNumberIn(text)) return [numberGroup]
    const finds = linesOf(await search.findAnything({ q: text, size: ROWS }, { signal }), { address, device: 'office' })
    for (const line of finds.flatMap(({ lines }) => lines)) if (line.to) leadsTo.current.set(line.key, line.to)
    return finds.map((each) => ({ id: each.group, title: groupTitles[each.group], items: [...each.lines.map((line) => ({ id: line.key, label: line.label, note: noteOf(line) })), ...moreOf(each)] }))
  }
  const open = (id: string, text: string) => {
    const to = leadsTo.current.get(id)
    if (to) place.go(to)
    else goToFinds(text, groups.find((group: Group) => id === ALL_OF + group))
  }
  return (
    <search className="office-search">
      <SearchBox label={say('ui.search')} inputRef={inputRef} search={find} none={<NoneFound />} failed={word('failed')} onOpen={open} onSubmit={goToFinds} />
    </search>
  )
}
