import { AppLink, countText, say, StatusIcon, useAddress, usePlace, type MessageKey, type ScreenMenu, type ScreenRoute } from '../../../platform/ui-kit/index.ts'

export type MenuItem = { readonly label: string; readonly to: string; readonly late?: number | undefined }
export type MenuGroup = { readonly title?: string | undefined; readonly items: readonly MenuItem[] }

const groupsInOrder: readonly (ScreenMenu['group'] | undefined)[] = [undefined, 'organisations', 'development', 'figures', 'system']

/** The menu of a role: the screens that offer an item, in their groups. Empty groups are left out. */
export function useNavigation(screens: readonly ScreenRoute[], lateCounts: Readonly<Record<string, number>>): MenuGroup[] {
  const address = useAddress()
  const itemOf = (screen: ScreenRoute): MenuItem => ({
    label: screen.menu?.label ?? screen.title,
    to: address(screen.address),
    late: screen.menu?.lateCount ? lateCounts[screen.menu.lateCount] : undefined,
  })
  return groupsInOrder.flatMap((group) => {
    const offered = screens.filter((screen) => screen.menu && screen.menu.group === group).sort((a, b) => a.menu!.order - b.menu!.order)
    const title = group && say(`ui.menu.group.${group}` as MessageKey)
    return offered.length ? [{ title, items: offered.map(itemOf) }] : []
  })
}

/** True for the page itself and for what lies under it: `/ket-nap` while `/ket-nap/{id}` is open. */
const isOpen = (to: string, path: string) => {
  const own = to.split('?')[0]!
  return path === own || path.startsWith(`${own}/`)
}

/** The menu: words only, in groups, with the counts of what is late. */
export function Menu({ navigation, open, id, onLeave }: { navigation: readonly MenuGroup[]; open: boolean; id: string; onLeave?: () => void }) {
  const { path } = usePlace()
  return (
    <nav className={open ? 'office-menu menu-open' : 'office-menu'} id={id} aria-label={say('ui.menu.label')}>
      {navigation.map((group, i) => (
        <div key={group.title ?? i}>
          {group.title && <h2>{group.title}</h2>}
          <ul>
            {group.items.map((item) => (
              <li key={item.to}>
                <AppLink to={item.to} aria-current={isOpen(item.to, path) ? 'page' : undefined} {...(onLeave ? { onClick: onLeave } : {})}>
                  {item.label}
                  {item.late !== undefined && item.late > 0 && (
                    <span className="menu-late">
                      <StatusIcon shape="late" />
                      <span aria-hidden="true">{countText(item.late)}</span>
                      <span className="visually-hidden">{say('ui.menu.late', { n: countText(item.late) })}</span>
                    </span>
                  )}
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
