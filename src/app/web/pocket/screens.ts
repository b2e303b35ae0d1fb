import { accessPocketScreens } from '../../../capabilities/access/ui/pocket/index.ts'
import { admissionPocketScreens } from '../../../capabilities/admission/ui/pocket/index.ts'
import { dataQualityPocketScreens } from '../../../capabilities/data-quality/ui/pocket/index.ts'
import { memberSheetPocketScreens } from '../../../capabilities/member-sheet/ui/pocket/index.ts'
import { membersPocketScreens } from '../../../capabilities/members/ui/pocket/index.ts'
import { reconcilingPocketScreens } from '../../../capabilities/reconciling/ui/pocket/index.ts'
import { remindersPocketScreens } from '../../../capabilities/reminders/ui/pocket/index.ts'
import { searchPocketScreens } from '../../../capabilities/search/ui/pocket/index.ts'
import { sourcesAndTargetsPocketScreens } from '../../../capabilities/sources-and-targets/ui/pocket/index.ts'
import { transfersPocketScreens } from '../../../capabilities/transfers/ui/pocket/index.ts'
import { say, type ScreenRoute } from '../../../platform/ui-kit/index.ts'

/** The pocket pages of every room, joined. */
export const pocketScreens: readonly ScreenRoute[] = [
  ...sourcesAndTargetsPocketScreens,
  ...remindersPocketScreens,
  ...admissionPocketScreens,
  ...memberSheetPocketScreens,
  ...membersPocketScreens,
  ...accessPocketScreens,
  ...searchPocketScreens,
  ...transfersPocketScreens,
  ...reconcilingPocketScreens,
  ...dataQualityPocketScreens,
  { address: 'pocketOutbox', title: say('m.outbox.title'), screen: () => import('./outbox-screen.tsx') },
]
