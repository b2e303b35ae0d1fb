import { QueryClientProvider } from '@tanstack/react-query'
import { Outlet, RouterProvider } from '@tanstack/react-router'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../platform/ui-kit/pocket.css'
import { addresses } from '../addresses.ts'
import { NotFound } from '../shell/not-found.tsx'
import { createQueryClient } from '../shell/queries.ts'
import { createShellRouter } from '../shell/router.tsx'
import { Session, type SignedIn } from '../shell/session.tsx'
import { findMeOrLast, OnPhone } from './on-phone.tsx'
import { placesOf, PocketShell } from './pocket-shell.tsx'
import { pocketScreens } from './screens.ts'

const queries = createQueryClient()

function Pocket({ session }: { session: SignedIn }) {
  const router = useMemo(() => {
    const places = placesOf(session.desk.roleName, pocketScreens)
    const home = places.find((place) => place.id === 'work')?.to ?? addresses.pocketMe
    const Frame = () => (
      <PocketShell demonstration={session.me.demonstration} places={places}>
        <Outlet />
      </PocketShell>
    )
    return createShellRouter({ screens: pocketScreens, desk: session.desk, frame: Frame, notFound: NotFound, entrances: [addresses.pocketWork, addresses.pocketSignIn], home, alwaysToday: true })
  }, [session])
  return <RouterProvider router={router} />
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Session device="pocket" findMe={findMeOrLast}>
        {(session) => (
          <OnPhone me={session.me}>
            <Pocket session={session} />
          </OnPhone>
        )}
      </Session>
    </QueryClientProvider>
  </StrictMode>,
)

// Needs https or this very machine; elsewhere the pocket works as before, with a network.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/pocket-worker.js', { scope: addresses.pocketWork }).catch(() => undefined)
