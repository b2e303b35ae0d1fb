import { AppLink, countText, StatusIcon, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import type { ImportFile } from '../client.ts'
import { kindNames, word } from '../words.vi.ts'
import { kinds, type FindingGroup, type Kind } from './finding-groups.ts'
import { useImportAddress } from './import-address.ts'

const shapes: Record<Kind, StatusShape> = { error: 'late', question: 'unclear', warning: 'soon', proposal: 'future' }

/** The findings by kind and code, with their numbers; a link for each. */
export function GroupList(props: { file: ImportFile; groups: readonly FindingGroup[]; chosen: string; left: ReadonlySet<string> }) {
  const address = useImportAddress(props.file.import.id)
  const to = (code: string) => address({ buoc: 'giai-quyet', nhom: code })
  const state = (group: FindingGroup) => (group.kind !== 'warning' && group.open === 0 ? word('groupDone') : props.left.has(group.code) ? word('groupLeft') : undefined)
  return (
    <nav className="import-groups" aria-label={word('groupsLabel')}>
      {kinds.map((kind) => {
        const own = props.groups.filter((group) => group.kind === kind)
        if (own.length === 0) return null
        const total = own.reduce((sum, group) => sum + group.findings.length, 0)
        return (
          <div key={kind}>
            <h3><StatusIcon shape={shapes[kind]} /> {word('groupKind', { kind: kindNames[kind], n: countText(total) })}</h3>
            <ul>
              {own.map((group) => (
                <li key={group.code}>
                  <AppLink to={to(group.code)} aria-current={group.code === props.chosen ? 'true' : undefined}>
                    <span>{group.title}{state(group) && <span className="hint"> {state(group)}</span>}</span>
                    <span className="number">{countText(group.findings.length)}</span>
                  </AppLink>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
