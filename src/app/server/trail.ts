import { programEvents } from '../events.vi.ts'
import { accessEvents, roleNames } from '../../capabilities/access/index.ts'
import { admissionEvents } from '../../capabilities/admission/index.ts'
import { auditEvents, type TrailWords } from '../../capabilities/audit/index.ts'
import { conferencesEvents } from '../../capabilities/conferences/index.ts'
import { cardsEvents } from '../../capabilities/cards/index.ts'
import { dataQualityEvents } from '../../capabilities/data-quality/index.ts'
import { dossiersEvents } from '../../capabilities/dossiers/index.ts'
import { exportsEvents } from '../../capabilities/exports/index.ts'
import { duplicatesEvents } from '../../capabilities/duplicates/index.ts'
import { importExportEvents } from '../../capabilities/import-export/index.ts'
import { lifecycleEvents } from '../../capabilities/lifecycle/index.ts'
import { memberSheetEvents } from '../../capabilities/member-sheet/index.ts'
import { membersEvents, namesOfPeople } from '../../capabilities/members/index.ts'
import { namesOfOrganisations, organisationsEvents } from '../../capabilities/organisations/index.ts'
import { reconcilingEvents } from '../../capabilities/reconciling/index.ts'
import { reportsEvents } from '../../capabilities/reports/index.ts'
import { reorganisationEvents } from '../../capabilities/reorganisation/index.ts'
import { remindersEvents } from '../../capabilities/reminders/index.ts'
import { rulebookEvents } from '../../capabilities/rulebook/index.ts'
import { searchEvents } from '../../capabilities/search/index.ts'
import { statisticsEvents } from '../../capabilities/statistics/index.ts'
import { sourcesAndTargetsEvents } from '../../capabilities/sources-and-targets/index.ts'
import { transfersEvents } from '../../capabilities/transfers/index.ts'

/** What the trail calls the entries of every room, and the names it may show. */
export const trailWords: TrailWords = {
  events: {
    ...programEvents, ...auditEvents, ...accessEvents, ...organisationsEvents, ...rulebookEvents, ...remindersEvents, ...membersEvents, ...memberSheetEvents, ...sourcesAndTargetsEvents, ...admissionEvents, ...dossiersEvents, ...dataQualityEvents, ...duplicatesEvents, ...lifecycleEvents, ...cardsEvents, ...transfersEvents, ...reorganisationEvents, ...reconcilingEvents, ...importExportEvents, ...exportsEvents, ...searchEvents, ...statisticsEvents, ...reportsEvents, ...conferencesEvents,
  },
  looks: [
    'members.revealed', 'reconciling.listTaken', 'members.exported', 'memberSheet.opened', 'memberSheet.proposalOpened', 'memberSheet.photoSeen', 'admission.scanRead', 'admission.verificationsOpened', 'admission.circumstancesOpened', 'dossiers.read', 'dossiers.scanRead', 'dossiers.handoverRead', 'dossiers.exported', 'statistics.tableExported', 'reports.exported', 'audit.listExported', 'exports.inputFileTaken', 'dataQuality.exported', 'duplicates.exported', 'lifecycle.badgesExported', 'lifecycle.measuresExported', 'lifecycle.measuresOpened', 'lifecycle.endingsOpened', 'transfers.exported', 'reorganisation.minutesRead',
    'search.numberAsked', 'access.keeperLookedUpPlace',
  ],
  roleNames,
  async namesOf(ctx, { people, organisations }) {
    return { people: await namesOfPeople(ctx.db, people), organisations: await namesOfOrganisations(ctx.db, organisations, ctx.today) }
  },
}
