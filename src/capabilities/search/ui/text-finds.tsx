import { Loaded, useAddress, useDesk, useRead } from '../../../platform/ui-kit/index.ts'
import { groups } from '../codes.ts'
import { ROOM, search } from './client.ts'
import { FindsList } from './finds-list.tsx'
import { linesOf } from './lines.ts'
import { NoneFound } from './none-found.tsx'
import { groupSlugs } from './words.vi.ts'

const ROWS = 20
const ROWS_OF_ONE = 200

/** All finds for a text; with `only`, the slug of a group, as many of that one as a page holds. */
export function TextFinds({ text, only }: { text: string; only: string | undefined }) {
  const address = useAddress()
  const { device } = useDesk()
  const group = groups.find((each) => groupSlugs[each] === only)
  const read = useRead([ROOM, text, group], (signal) => search.findAnything({ q: text, size: group ? ROWS_OF_ONE : ROWS, ...(group ? { group } : {}) }, { signal }))
  return (
    <Loaded read={read}>
      {(finds) => {
        const found = linesOf(finds, { address, device })
        if (found.length === 0) return <div className="empty"><NoneFound /></div>
        const page = device === 'pocket' ? 'pocketSearch' : 'search'
        return <FindsList groups={found} seeAll={(each) => (!group && each.total > each.lines.length ? address(page, {}, { q: text, nhom: groupSlugs[each.group] }) : undefined)} />
      }}
    </Loaded>
  )
}
