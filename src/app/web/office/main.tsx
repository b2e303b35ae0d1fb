import { QueryClientProvider } from '@tanstack/react-query'
import { Outlet, RouterProvider } from '@tanstack/react-router'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../platform/ui-kit/office.css'
import { PersonMenu } from '../../../capabilities/access/ui/index.ts'
import { useLateCounts } from '../../../capabilities/reminders/ui/index.ts'
import { addresses } from '../addresses.ts'
import { NotFound } from '../shell/not-found.tsx'
import { createQueryClient } from '../shell/queries.ts'
import { createShellRouter } from '../shell/router.tsx'
import { Session, type SignedIn } from '../shell/session.tsx'
import { firstPageOf, isOfPocket } from './first-page.ts'
import { useNavigation } from './menu.tsx'
import { OfficeShell } from './office-shell.tsx'
import { officeScreens } from './screens.ts'

const queries = createQueryClient()

function Office({ session }: { session: SignedIn }) {
  const router = useMemo(() => {
    const { roleName } = session.desk
    const screens = officeScreens.filter((screen) => !screen.roles || (roleName && screen.roles.includes(roleName)))
    const first = firstPageOf(roleName, screens)
    const home = addresses[first]
    function Frame() {
      const navigation = useNavigation(screens, useLateCounts())
      return (
        <OfficeShell navigation={navigation} home={isOfPocket(first) ? '/' : home} person={<PersonMenu severalRoles={session.me.holdings.length > 1} />} demonstration={session.me.demonstration}>
          <Outlet />
        </OfficeShell>
      )
    }
    return createShellRouter({ screens: officeScreens, desk: session.desk, frame: Frame, notFound: NotFound, entrances: ['/', addresses.signIn, addresses.setUp], home, homeElsewhere: isOfPocket(first) })
  }, [session])
  return <RouterProvider router={router} />
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Session device="office">{(session) => <Office session={session} />}</Session>
    </QueryClientProvider>
  </StrictMode>,
)
