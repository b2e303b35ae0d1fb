import { AppLink, Loaded, useAddress } from '../../../../platform/ui-kit/index.ts'
import { useTree } from '../client.ts'
import { word } from '../words.vi.ts'
import { NodeNumbers } from './tree-nodes.tsx'

/** On a telephone: one level at a time, with the way up. */
export function NarrowLevel({ rootId, level, search }: { rootId: string; level: string; search: string }) {
  const address = useAddress()
  const read = useTree(search ? { search } : { root: level })
  return (
    <Loaded read={read}>
      {(tree) => {
        const own = search ? undefined : tree.rows.find((row) => row.id === level)
        const rows = search ? tree.rows.filter((row) => row.found) : tree.rows.filter((row) => row.id !== level)
        return (
          <>
            {own && level !== rootId && own.parentId && <p><AppLink to={address('organisations', {}, { cap: own.parentId })}>{word('up')}</AppLink></p>}
            {own && <p><AppLink to={address('organisation', { id: own.id })}>{word('ownPage', { name: own.name })}</AppLink></p>}
            {rows.length === 0 && <p className="empty">{search ? word('searchNone', { text: search }) : word('belowNone')}</p>}
            <ul className="level-list" aria-label={word('levelBelow')}>
              {rows.map((row) => (
                <li key={row.id}>
                  <AppLink to={row.hasChildren && !search ? address('organisations', {}, { cap: row.id }) : address('organisation', { id: row.id })}>{row.name}</AppLink>
                  <span className="tree-aside"><NodeNumbers node={row} /></span>
                </li>
              ))}
            </ul>
          </>
        )
      }}
    </Loaded>
  )
}
