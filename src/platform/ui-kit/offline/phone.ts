import { createContext, useContext, useSyncExternalStore } from 'react'
import type { OutboxEntry, Phone } from './entry.ts'

const PhoneContext = createContext<Phone | undefined>(undefined)

/** Gives the screens the memory of the phone; without it nothing is kept and nothing waits, as in the office. */
export const PhoneProvider = PhoneContext.Provider
export const usePhone = (): Phone | undefined => useContext(PhoneContext)

const nothing: readonly OutboxEntry[] = []
const watchNothing = () => () => undefined

/** Whether the server answered last; true before anything was asked. */
export function useIsReached(): boolean {
  const phone = usePhone()
  return useSyncExternalStore(phone?.watch ?? watchNothing, () => phone?.isReached() ?? true)
}

/** What was made on this phone, oldest first. */
export function useEntries(): readonly OutboxEntry[] {
  const phone = usePhone()
  return useSyncExternalStore(phone?.watch ?? watchNothing, () => phone?.entries() ?? nothing)
}
