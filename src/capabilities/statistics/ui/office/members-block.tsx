import { NumberLink, shareText, useAddress } from '../../../../platform/ui-kit/index.ts'
import type { Dashboard, Measure } from '../client.ts'
import { word } from '../words.vi.ts'
import { Block } from './block.tsx'

type Figure = { count: number; words: string; measure?: Measure; to?: string }

const cellWords = { over24: 'cellsOver24', twoTerms: 'cellsTwoTerms', followingNobody: 'cellsNobody' } as const

/** How many there are, and the cells that no average may hide. */
export function MembersBlock({ dashboard, open }: { dashboard: Dashboard; open: (measure: Measure, what: string) => void }) {
  const address = useAddress()
  const { members: m, cells } = dashboard
  const figures: Figure[] = [
    { count: m.members, words: word('memberWord'), measure: 'members' },
    { count: m.cells, words: word('cellWord'), to: address('organisations') },
    { count: m.grassrootsOrganisations, words: word('grassrootsWord'), to: address('organisations') },
    { count: m.probationary, words: word('probationaryWord'), measure: 'probationary' },
    { count: m.women, words: word('womenWord', { share: shareText(m.women, m.members) }), measure: 'women' },
    { count: m.ethnicMinority, words: word('minorityWord', { share: shareText(m.ethnicMinority, m.members) }), measure: 'ethnicMinority' },
  ]
  const cellsWith = (only: 'over24' | 'twoTerms' | 'followingNobody') => <NumberLink count={cells[only]} to={address('sources', {}, { chi: only })} label={word(cellWords[only])} />
  return (
    <Block title={word('members')}>
      <ul className="term-figures">
        {figures.map(({ count, words, measure, to }) => (
          <li key={words}>
            <NumberLink size="large" count={count} label={words} {...(measure ? { onOpen: () => open(measure, words) } : { to })} />
            <span aria-hidden="true">{words}</span>
          </li>
        ))}
      </ul>
      <p className="term-cells">
        {word('cellsOver24')} {cellsWith('over24')} · {word('cellsTwoTerms')} {cellsWith('twoTerms')} · {word('cellsNobody')} {cellsWith('followingNobody')}
      </p>
    </Block>
  )
}
