import type { ExportedList } from '../../audit/index.ts'
import { conferenceLists } from './conferences.ts'
import { developmentLists } from './development.ts'
import { dossierLists } from './dossiers.ts'
import { lifeLists } from './life.ts'
import { measureLists } from './measures.ts'
import { membershipLists } from './membership.ts'
import { organisationLists } from './organisations.ts'
import { outlookLists } from './outlook.ts'
import { peopleLists } from './people.ts'
import { qualityLists } from './quality.ts'
import { reconcilingLists } from './reconciling.ts'
import { systemLists } from './system.ts'

/** Every list of the product that can be taken out as a workbook, by name. */
export const exportedLists: Readonly<Record<string, ExportedList>> = { ...peopleLists, ...organisationLists, ...developmentLists, ...membershipLists, ...measureLists, ...lifeLists, ...dossierLists, ...qualityLists, ...outlookLists, ...conferenceLists, ...reconcilingLists, ...systemLists }
