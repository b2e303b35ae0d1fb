import { AppLink } from '../app-link.tsx'
import { say } from '../say.ts'

export type PocketPlace = { readonly id: string; readonly label: string; readonly to: string }

/** The places of the pocket, four at most, in words. */
export function BottomBar({ places, current }: { places: readonly PocketPlace[]; current: string | undefined }) {
  return (
    <nav className="bottom-bar" aria-label={say('m.bar.label')}>
      <ul>
        {places.map((place) => (
          <li key={place.id}>
            <AppLink to={place.to} aria-current={place.id === current ? 'page' : undefined}>
              {place.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
