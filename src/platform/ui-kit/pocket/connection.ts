import { createContext, useContext } from 'react'

/** What the phone knows of its sending. `sentAt` is the ISO moment of the last thing that arrived; `to` the address of what was made here. */
export type Connection = { readonly online: boolean; readonly waiting: number; readonly failed: number; readonly sentAt?: string | undefined; readonly to?: string }

const ConnectionContext = createContext<Connection | undefined>(undefined)
export const ConnectionProvider = ConnectionContext.Provider
export const useConnection = (): Connection | undefined => useContext(ConnectionContext)
