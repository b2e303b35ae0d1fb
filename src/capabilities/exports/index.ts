import type { ExportedList } from '../audit/index.ts'
import { developmentLists } from './lists/development.ts'
import { dossierLists } from './lists/dossiers.ts'
import { organisationLists } from './lists/organisations.ts'
import { peopleLists } from './lists/people.ts'
import { systemLists } from './lists/system.ts'

/** Every list of the product that can be taken out as a workbook, by name. */
export const exportedLists: Readonly<Record<string, ExportedList>> = { ...peopleLists, ...organisationLists, ...developmentLists, ...dossierLists, ...systemLists }
