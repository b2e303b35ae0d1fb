import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, useRouter, useRouterState, type AnyRoute } from '@tanstack/react-router'
import { useMemo, type ComponentType, type ReactNode } from 'react'
import { isPlainDate } from '../../../kernel/index.ts'
import { KitProvider, type Desk, type Place, type ScreenRoute } from '../../../platform/ui-kit/index.ts'
import { addresses, formerAddresses, type AddressName } from '../addresses.ts'

const pathOf = (name: string): string => {
  const pattern = addresses[name as AddressName]
  if (!pattern) throw new Error(`No address is called ${name}`)
  return pattern.replace(/\{(\w+)\}/g, '$$$1')
}

const readSearch = (text: string): Record<string, string> => Object.fromEntries(new URLSearchParams(text))
const writeSearch = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)])).toString()
  return text ? `?${text}` : ''
}

/** Gives the kit the place one is at, and puts the viewed day of the address into the desk, unless the shell is always of today. */
function RoutedKit({ desk, alwaysToday, children }: { desk: Desk; alwaysToday: boolean; children: ReactNode }) {
  const router = useRouter()
  const location = useRouterState({ select: (state) => state.location })
  const params = useRouterState({ select: (state) => (state.matches.at(-1)?.params ?? {}) as Record<string, string> })
  const asked = location.search as Record<string, string>
  const search = useMemo(() => (alwaysToday ? Object.fromEntries(Object.entries(asked).filter(([name]) => name !== 'xem' && name !== 'biet-den')) : asked), [alwaysToday, asked])
  const place = useMemo<Place>(
    () => ({
      path: location.pathname,
      search,
      params,
      go: (href, options) => (options?.replace ? router.history.replace(href) : router.history.push(href)),
    }),
    [router, location.pathname, search, params],
  )
  const [asOf, knownAt] = [search['xem'], search['biet-den']]
  const viewed = useMemo<Desk>(
    () => ({ ...desk, asOf: asOf && isPlainDate(asOf) && asOf !== desk.today ? asOf : undefined, knownAt: knownAt || undefined }),
    [desk, asOf, knownAt],
  )
  return (
    <KitProvider desk={viewed} place={place} addresses={addresses}>
      {children}
    </KitProvider>
  )
}

export type RouterOptions = {
  screens: readonly ScreenRoute[]
  desk: Desk
  /** Frame around every page; holds an `<Outlet />`. */
  frame: ComponentType
  notFound: () => ReactNode
  /** Addresses that lead to `home`: the root, and the doors one is already through. */
  entrances: readonly string[]
  home: string
  /** `home` is a page of the other shell: the document is loaded anew. */
  homeElsewhere?: boolean
  /** No page of this shell shows another day: a day in the address is not heard. */
  alwaysToday?: boolean
}

/** The pages of one shell: those of the rooms that the chosen role has, each fetched when it is first opened. */
export function createShellRouter(options: RouterOptions) {
  const { desk, frame: Frame } = options
  const rootRoute = createRootRoute({
    component: () => (
      <RoutedKit desk={desk} alwaysToday={options.alwaysToday ?? false}>
        <Frame />
      </RoutedKit>
    ),
    notFoundComponent: options.notFound,
  })
  const mayOpen = (screen: ScreenRoute) => !screen.roles || (desk.roleName !== undefined && screen.roles.includes(desk.roleName))
  const offered = options.screens.filter(mayOpen)
  // An address of other roles is not found here; without a route of its own the one with a place for an identifier would take it.
  const isElsewhere = (address: string) => offered.some((screen) => screen.address === address) || options.entrances.includes(addresses[address as AddressName])
  const withheld = new Set(options.screens.map(({ address }) => address).filter((address) => !isElsewhere(address)))
  const routes: AnyRoute[] = [
    ...offered.map((screen) => createRoute({ getParentRoute: () => rootRoute, path: pathOf(screen.address), component: lazyRouteComponent(screen.screen) })),
    ...[...withheld].map((address) => createRoute({ getParentRoute: () => rootRoute, path: pathOf(address), component: options.notFound })),
  ]
  const redirects: [string, string][] = Object.entries(formerAddresses).map(([former, name]) => [former, pathOf(name)])
  for (const entrance of options.entrances) if (entrance !== options.home) redirects.push([entrance, options.home])
  for (const [from, to] of redirects)
    routes.push(createRoute({ getParentRoute: () => rootRoute, path: from, beforeLoad: () => { throw redirect({ to, replace: true, reloadDocument: options.homeElsewhere === true && to === options.home }) } }))
  return createRouter({
    routeTree: rootRoute.addChildren(routes),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    trailingSlash: 'preserve',
    scrollRestoration: true,
    defaultPendingMs: 300,
  })
}
