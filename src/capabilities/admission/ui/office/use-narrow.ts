import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('(max-width: 599px)')

function listen(changed: () => void) {
  const media = query()
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** True on a screen as narrow as a phone's: there only what is missing stays unfolded. */
export const useNarrow = (): boolean => useSyncExternalStore(listen, () => query().matches, () => false)
