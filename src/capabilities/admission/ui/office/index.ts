import type { ScreenRoute } from '../../../../platform/ui-kit/index.ts'
import { actWords, word } from '../words.vi.ts'

const readers = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'cellSecretary', 'inspector'] as const
const keepers = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary'] as const
const deciders = ['superiorOfficer', 'leader', 'grassrootsOfficer'] as const

const file = () => import('./file/case-screen.tsx')
const decision = () => import('./decision/decision-screen.tsx')

/** The office pages of this room. */
export const admissionOfficeScreens: readonly ScreenRoute[] = [
  { address: 'admissionCases', title: word('boardTitle'), screen: () => import('./board/board-screen.tsx'), roles: readers, menu: { group: 'development', order: 20, lateCount: 'admission' } },
  { address: 'admissionOpen', title: word('openTitle'), screen: () => import('./opening/opening-screen.tsx'), roles: ['grassrootsOfficer', 'cellSecretary'] },
  { address: 'admissionCase', title: word('fileCrumb'), screen: file, roles: readers },
  { address: 'admissionCircumstances', title: word('circumstancesTitle'), screen: () => import('./circumstances/circumstances-screen.tsx'), roles: keepers },
  { address: 'admissionCellVote', title: actWords.recordCellVote, screen: () => import('./votes/cell-vote-screen.tsx'), roles: keepers },
  { address: 'admissionCommitteeVote', title: actWords.recordCommitteeVote, screen: () => import('./votes/committee-vote-screen.tsx'), roles: keepers },
  { address: 'admissionDecision', title: actWords.recordDecision, screen: decision, roles: deciders },
  { address: 'admissionCeremony', title: actWords.recordCeremony, screen: () => import('./decision/ceremony-screen.tsx'), roles: keepers },
  { address: 'recognitions', title: word('recognitionTitle'), screen: () => import('./recognition/recognitions-screen.tsx'), roles: readers, menu: { group: 'development', order: 30, label: word('recognitionCrumb'), lateCount: 'recognition' } },
  { address: 'recognition', title: word('recognitionCrumb'), screen: file, roles: readers },
  { address: 'recognitionCellVote', title: actWords.recordConfirmationVote, screen: () => import('./votes/confirmation-vote-screen.tsx'), roles: keepers },
  { address: 'recognitionDecision', title: actWords.recordConfirmationDecision, screen: decision, roles: deciders },
]
