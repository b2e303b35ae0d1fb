import type { ExportedList } from '../../audit/index.ts'
import { developmentLists } from './development.ts'
import { dossierLists } from './dossiers.ts'
import { organisationLists } from './organisations.ts'
import { peopleLists } from './people.ts'
import { reconcilingLists } from './reconciling.ts'
import { systemLists } from './system.ts'

/** Every list of the product that can be taken out as a workbook, by name. */
export const exportedLists: Readonly<Record<string, ExportedList>> = { ...peopleLists, ...organisationLists, ...developmentLists, ...dossierLists, ...reconcilingLists, ...systemLists }
