import { useEffect, useState, type ReactNode } from 'react'
import { Band, BottomBar, ConnectionProvider, dayText, say, UndoMessages, useDesk, useEntries, useIsReached, usePlace, type PocketPlace, type ScreenRoute } from '../../../platform/ui-kit/index.ts'
import { addresses, type AddressName } from '../addresses.ts'

const everyPlace: readonly { id: string; label: string; address: AddressName }[] = [
  { id: 'work', label: say('m.bar.work'), address: 'pocketWork' },
  { id: 'meetings', label: say('m.bar.meetings'), address: 'pocketMeetings' },
  { id: 'members', label: say('m.bar.members'), address: 'pocketMembers' },
  { id: 'me', label: say('m.bar.me'), address: 'pocketMe' },
]

/** The places of a role: those that have a page for it. */
export function placesOf(roleName: string | undefined, screens: readonly ScreenRoute[]): PocketPlace[] {
  const hasPage = (address: AddressName) => screens.some((screen) => screen.address === address && (!screen.roles || (roleName !== undefined && screen.roles.includes(roleName))))
  return everyPlace.filter(({ address }) => hasPage(address)).map(({ id, label, address }) => ({ id, label, to: addresses[address] }))
}

/** The place that an address belongs to; what lies under none of the others belongs to the work of the cell. */
export function placeAt(path: string, places: readonly PocketPlace[]): string | undefined {
  const under = places.find((place) => place.to !== addresses.pocketWork && (path === place.to || path.startsWith(`${place.to}/`)))
  return (under ?? places.find((place) => place.to === addresses.pocketWork))?.id
}

/** Whether the phone has a network, as far as the browser knows. */
function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const look = () => setOnline(navigator.onLine)
    window.addEventListener('online', look)
    window.addEventListener('offline', look)
    return () => {
      window.removeEventListener('online', look)
      window.removeEventListener('offline', look)
    }
  }, [])
  return online
}

export type PocketShellProps = {
  demonstration?: boolean
  places: readonly PocketPlace[]
  children: ReactNode
}

/** The frame of the pocket: the page, and the four places at the bottom. */
export function PocketShell(props: PocketShellProps) {
  const hasNetwork = useOnline()
  const isReached = useIsReached()
  const online = hasNetwork && isReached
  const { today } = useDesk()
  const { path } = usePlace()
  const { places } = props
  const entries = useEntries()
  const inState = (state: (typeof entries)[number]['state']) => entries.filter((entry) => entry.state === state)
  const sentAt = inState('sent').at(-1)?.sentAt
  return (
    <ConnectionProvider value={{ waiting: inState('waiting').length, failed: inState('refused').length, sentAt, online, to: addresses.pocketOutbox }}>
      <UndoMessages>
        <div className="pocket">
          {props.demonstration && (
            <header>
              <Band tone="demo">{say('ui.demo.band', { day: dayText(today) })}</Band>
            </header>
          )}
          <main>{props.children}</main>
          <BottomBar places={places} current={placeAt(path, places)} />
        </div>
      </UndoMessages>
    </ConnectionProvider>
  )
}
