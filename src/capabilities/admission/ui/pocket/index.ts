import { lazy } from 'react'
import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import type { OtherSides } from '../../../../platform/ui-kit/offline/index.ts'
import { titles } from '../titles.vi.ts'

const roles = ['cellSecretary'] as const

/** The pocket pages of this room. */
export const admissionPocketScreens: readonly ScreenRoute[] = [
  { address: 'pocketAdmissionCases', title: titles.cellFiles, screen: () => import('./cases-screen.tsx'), roles },
  { address: 'pocketAdmissionCase', title: titles.file, screen: () => import('./case-screen.tsx'), roles },
  { address: 'pocketAdmissionVote', title: titles.cellVote, screen: () => import('./vote-screen.tsx'), roles },
  { address: 'pocketAdmissionRemark', title: titles.remark, screen: () => import('./remark-screen.tsx'), roles },
]

/** What stands beside an act that was kept on the phone and met a newer version of its file. */
export const admissionOtherSides: OtherSides = { 'admission.caseFile': lazy(() => import('./other-side.tsx')) }
