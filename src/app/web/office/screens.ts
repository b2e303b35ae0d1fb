import { accessOfficeScreens } from '../../../capabilities/access/ui/office/index.ts'
import { admissionOfficeScreens } from '../../../capabilities/admission/ui/office/index.ts'
import { auditOfficeScreens } from '../../../capabilities/audit/ui/office/index.ts'
import { cardsOfficeScreens } from '../../../capabilities/cards/ui/office/index.ts'
import { conferenceBlock, conferencesOfficeScreens } from '../../../capabilities/conferences/ui/office/index.ts'
import { dataQualityOfficeScreens } from '../../../capabilities/data-quality/ui/office/index.ts'
import { dossiersOfficeScreens } from '../../../capabilities/dossiers/ui/office/index.ts'
import { exportsOfficeScreens } from '../../../capabilities/exports/ui/office/index.ts'
import { duplicatesOfficeScreens } from '../../../capabilities/duplicates/ui/office/index.ts'
import { importExportOfficeScreens } from '../../../capabilities/import-export/ui/office/index.ts'
import { lifecycleOfficeScreens } from '../../../capabilities/lifecycle/ui/office/index.ts'
import { memberSheetOfficeScreens } from '../../../capabilities/member-sheet/ui/office/index.ts'
import { membersOfficeScreens } from '../../../capabilities/members/ui/office/index.ts'
import { organisationsOfficeScreens } from '../../../capabilities/organisations/ui/office/index.ts'
import { reconcilingOfficeScreens } from '../../../capabilities/reconciling/ui/office/index.ts'
import { remindersOfficeScreens } from '../../../capabilities/reminders/ui/office/index.ts'
import { reportsOfficeScreens } from '../../../capabilities/reports/ui/office/index.ts'
import { reorganisationOfficeScreens } from '../../../capabilities/reorganisation/ui/office/index.ts'
import { rulebookOfficeScreens } from '../../../capabilities/rulebook/ui/office/index.ts'
import { searchOfficeScreens } from '../../../capabilities/search/ui/office/index.ts'
import { sourcesAndTargetsOfficeScreens } from '../../../capabilities/sources-and-targets/ui/office/index.ts'
import { countingOfficeScreens } from '../../../capabilities/counting/ui/office/index.ts'
import { statisticsOfficeScreens } from '../../../capabilities/statistics/ui/office/index.ts'
import { transfersOfficeScreens } from '../../../capabilities/transfers/ui/office/index.ts'
import type { ScreenRoute } from '../../../platform/ui-kit/index.ts'

/** The office pages of every room, joined. */
export const officeScreens: readonly ScreenRoute[] = [
  ...remindersOfficeScreens,
  ...statisticsOfficeScreens(conferenceBlock),
  ...countingOfficeScreens,
  ...searchOfficeScreens,
  ...sourcesAndTargetsOfficeScreens,
  ...admissionOfficeScreens,
  ...dossiersOfficeScreens,
  ...duplicatesOfficeScreens,
  ...lifecycleOfficeScreens,
  ...cardsOfficeScreens,
  ...transfersOfficeScreens,
  ...reorganisationOfficeScreens,
  ...reportsOfficeScreens,
  ...conferencesOfficeScreens,
  ...dataQualityOfficeScreens,
  ...rulebookOfficeScreens,
  ...accessOfficeScreens,
  ...importExportOfficeScreens,
  ...reconcilingOfficeScreens,
  ...exportsOfficeScreens,
  ...auditOfficeScreens,
  ...organisationsOfficeScreens,
  ...memberSheetOfficeScreens,
  ...membersOfficeScreens,
]
