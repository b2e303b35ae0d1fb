import { AppLink, countText, Section } from '../../../platform/ui-kit/index.ts'
import { MOST_COUNTED } from '../codes.ts'
import { isMany, type GroupOfLines, type Line } from './lines.ts'
import { groupTitles, word } from './words.vi.ts'

function Find({ line }: { line: Line }) {
  return (
    <li>
      <span className="find-name">{line.to ? <AppLink to={line.to}>{line.label}</AppLink> : line.label}</span>
      <span>{line.about.join(' · ')}</span>
      <span className="hint">{[line.near && word('near'), line.why].filter(Boolean).join(' · ')}</span>
    </li>
  )
}

/** How many are shown of how many; near ones are counted apart. */
export function countWords({ lines, total }: GroupOfLines): string {
  const near = lines.filter((line) => line.near).length
  const exact = lines.length - near
  const shown = isMany(total) ? word('shownOfMany', { shown: countText(exact), n: countText(MOST_COUNTED) }) : exact < total ? word('shownOf', { shown: countText(exact), n: countText(total) }) : countText(exact)
  return [exact > 0 && shown, near > 0 && word('nearNote', { n: countText(near) })].filter(Boolean).join(' · ')
}

/** Finds of the groups, one under the other; `seeAll`: where the rest of a group stands. */
export function FindsList({ groups, seeAll }: { groups: readonly GroupOfLines[]; seeAll: (group: GroupOfLines) => string | undefined }) {
  return groups.map((each) => {
    const all = seeAll(each)
    return (
      <Section key={each.group} title={groupTitles[each.group]} note={countWords(each)}
        acts={all && <AppLink to={all}>{isMany(each.total) ? word('seeAllMany', { n: countText(MOST_COUNTED) }) : word('seeAll', { n: countText(each.total) })}</AppLink>}>
        <ul className="finds">
          {each.lines.map((line) => <Find key={line.key} line={line} />)}
        </ul>
      </Section>
    )
  })
}
