import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'

export const rulebookOfficeScreens: readonly ScreenRoute[] = [
  { address: 'rules', title: word('title'), screen: () => import('./rules-screen.tsx'), menu: { group: 'system', order: 1 } },
]
