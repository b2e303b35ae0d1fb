import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react'
import type { PlainDate } from '../../kernel/index.ts'

/** Who is working, for whom and on which day: what the shell knows and every screen may show. */
export type Desk = {
  /** Name of the organisation whose desk this is; stands in the browser tab and on prints. */
  readonly organisation: string
  readonly person?: string | undefined
  /** The chosen role as words, and as the name that policies use. */
  readonly role?: string | undefined
  readonly roleName?: string | undefined
  /** Today as the server says it, in Việt Nam. */
  readonly today: PlainDate
  /** The past day that is being viewed; absent = today. */
  readonly asOf?: PlainDate | undefined
  /** ISO moment up to which entries count; absent = now. */
  readonly knownAt?: string | undefined
  readonly device: 'office' | 'pocket'
}

/** Where the reader is, and how to go elsewhere. The shell provides it from its router. */
export type Place = {
  readonly path: string
  readonly search: Readonly<Record<string, string>>
  readonly params: Readonly<Record<string, string>>
  go(href: string, options?: { replace?: boolean }): void
}

/** English name of a page to its address, e.g. `member` to `/dang-vien/{id}`. The one table is in `app/`. */
export type AddressTable = Readonly<Record<string, string>>

const DeskContext = createContext<Desk>({ organisation: '', today: '2000-01-01' as PlainDate, device: 'office' })
const PlaceContext = createContext<Place>({
  path: '/',
  search: {},
  params: {},
  go: (href) => window.location.assign(href),
})
const AddressContext = createContext<AddressTable>({})

export function KitProvider(props: { desk: Desk; place: Place; addresses: AddressTable; children: ReactNode }) {
  return (
    <AddressContext value={props.addresses}>
      <DeskContext value={props.desk}>
        <PlaceContext value={props.place}>{props.children}</PlaceContext>
      </DeskContext>
    </AddressContext>
  )
}

export const useDesk = (): Desk => useContext(DeskContext)
export const usePlace = (): Place => useContext(PlaceContext)

/** True while another day is viewed, or what was known at an earlier moment: then every act is left out. */
export const useIsPast = (): boolean => {
  const { asOf, knownAt } = useContext(DeskContext)
  return asOf !== undefined || knownAt !== undefined
}

/** The viewed day and moment, as readings of the contract take them; nothing for now. */
export function useViewed(): { asOf?: PlainDate; knownAt?: string } {
  const { asOf, knownAt } = useContext(DeskContext)
  return useMemo(() => ({ ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }), [asOf, knownAt])
}

/** The `{…}` parts of the address, e.g. `{ id }`. */
export function useParams<T extends Record<string, string>>(): T {
  return usePlace().params as T
}

export type AddressOf = (name: string, params?: Record<string, string | number>, search?: Record<string, string | number | undefined>) => string

const query = (search: Record<string, string | number | undefined>) => {
  const pairs = Object.entries(search).filter((pair): pair is [string, string | number] => pair[1] !== undefined && pair[1] !== '')
  return pairs.length ? `?${new URLSearchParams(pairs.map(([k, v]) => [k, String(v)]))}` : ''
}

/**
 * The address of a page by its English name: `useAddress('member', { id })`, or without arguments the function itself
 * for use in lists. Keeps the viewed day. Throws for a name that is not in the table.
 */
export function useAddress(): AddressOf
export function useAddress(...request: Parameters<AddressOf>): string
export function useAddress(...request: [] | Parameters<AddressOf>): AddressOf | string {
  const table = useContext(AddressContext)
  const { search } = usePlace()
  const [xem, known] = [search['xem'], search['biet-den']]
  const address = useCallback<AddressOf>(
    (name, params = {}, wanted = {}) => {
      const pattern = table[name]
      if (pattern === undefined) throw new Error(`No address is called ${name}`)
      const path = pattern.replace(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(params[part])))
      return path + query({ xem, 'biet-den': known, ...wanted })
    },
    [table, xem, known],
  )
  return request.length ? address(...(request as Parameters<AddressOf>)) : address
}

/** What every page keeps in its address: the viewed day and moment. No state of a page may be called so. */
type OfViewed = { xem?: never; 'biet-den'?: never }

/**
 * State that lives in the address, so that a list can be sent to a colleague: filters, sorting, page.
 * A value equal to its default is left out of the address. Setting anything but `trang` goes back to the first page.
 */
export function useAddressState<T extends Record<string, string>>(defaults: T & OfViewed): [T, (change: Partial<T>) => void] {
  const place = usePlace()
  const state = useMemo(() => {
    const read: Record<string, string> = {}
    for (const name of Object.keys(defaults)) read[name] = place.search[name] ?? defaults[name]!
    return read as T
    // The defaults are constants of the screen.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [place.search])
  const set = (change: Partial<T>) => {
    const next: Record<string, string | undefined> = { ...place.search, ...change }
    if (!('trang' in change)) delete next['trang']
    for (const [name, value] of Object.entries(defaults)) if (next[name] === value) delete next[name]
    place.go(place.path + query(next))
  }
  return [state, set]
}
