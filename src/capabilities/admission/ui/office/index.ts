import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { titles } from '../titles.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector'] as const
const keepers = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary'] as const
const deciders = ['superiorOfficer', 'leader', 'grassrootsOfficer'] as const

const file = () => import('./file/case-screen.tsx')
const decision = () => import('./decision/decision-screen.tsx')

/** The office pages of this room. */
export const admissionOfficeScreens: readonly ScreenRoute[] = [
  { address: 'admissionCases', title: titles.board, screen: () => import('./board/board-screen.tsx'), roles: readers, menu: { group: 'development', order: 20, lateCount: 'admission' } },
  { address: 'admissionOpen', title: titles.opening, screen: () => import('./opening/opening-screen.tsx'), roles: ['grassrootsOfficer', 'cellSecretary'] },
  { address: 'admissionCase', title: titles.file, screen: file, roles: readers },
  { address: 'admissionCircumstances', title: titles.circumstances, screen: () => import('./circumstances/circumstances-screen.tsx'), roles: keepers },
  { address: 'admissionCellVote', title: titles.cellVote, screen: () => import('./votes/cell-vote-screen.tsx'), roles: keepers },
  { address: 'admissionCommitteeVote', title: titles.committeeVote, screen: () => import('./votes/committee-vote-screen.tsx'), roles: keepers },
  { address: 'admissionDecision', title: titles.decision, screen: decision, roles: deciders },
  { address: 'admissionCeremony', title: titles.ceremony, screen: () => import('./decision/ceremony-screen.tsx'), roles: keepers },
  { address: 'recognitions', title: titles.recognitions, screen: () => import('./recognition/recognitions-screen.tsx'), roles: readers, menu: { group: 'development', order: 30, label: titles.recognition, lateCount: 'recognition' } },
  { address: 'recognition', title: titles.recognition, screen: file, roles: readers },
  { address: 'recognitionCellVote', title: titles.recognitionVote, screen: () => import('./votes/confirmation-vote-screen.tsx'), roles: keepers },
  { address: 'recognitionDecision', title: titles.recognitionDecision, screen: decision, roles: deciders },
]
