import type { Pool } from 'pg'
import { accessContract } from '../../capabilities/access/contract.ts'
import { accessPolicy, accessRefusals, accessRoutes, beginSql, entranceSql, judgeBy } from '../../capabilities/access/index.ts'
import { admissionContract } from '../../capabilities/admission/contract.ts'
import { admissionConstraints, admissionDeadlines, admissionPolicy, admissionRefusals, admissionRoutes, listOpenCases } from '../../capabilities/admission/index.ts'
import { auditContract } from '../../capabilities/audit/contract.ts'
import { appendEntry, auditPolicy, auditRefusals, auditRoutes } from '../../capabilities/audit/index.ts'
import { conferencesContract } from '../../capabilities/conferences/contract.ts'
import { conferencesDeadlines, conferencesPolicy, conferencesRefusals, conferencesRoutes } from '../../capabilities/conferences/index.ts'
import { cardsContract } from '../../capabilities/cards/contract.ts'
import { cardsConstraints, cardsDeadlines, cardsPolicy, cardsRefusals, cardsRoutes } from '../../capabilities/cards/index.ts'
import { dataQualityContract } from '../../capabilities/data-quality/contract.ts'
import { dataQualityConstraints, dataQualityPolicy, dataQualityRefusals, dataQualityRoutes } from '../../capabilities/data-quality/index.ts'
import { dossiersContract } from '../../capabilities/dossiers/contract.ts'
import { dossiersConstraints, dossiersDeadlines, dossiersPolicy, dossiersRefusals, dossiersRoutes } from '../../capabilities/dossiers/index.ts'
import { exportsContract } from '../../capabilities/exports/contract.ts'
import { exportsPolicy, exportsRefusals, exportsRoutes } from '../../capabilities/exports/index.ts'
import { duplicatesContract } from '../../capabilities/duplicates/contract.ts'
import { alikeInWords, duplicatesConstraints, duplicatesPolicy, duplicatesRefusals, duplicatesRoutes } from '../../capabilities/duplicates/index.ts'
import { importExportContract } from '../../capabilities/import-export/contract.ts'
import { importExportPolicy, importExportRefusals, importExportRoutes } from '../../capabilities/import-export/index.ts'
import { lifecycleContract } from '../../capabilities/lifecycle/contract.ts'
import { lifecycleConstraints, lifecycleDeadlines, lifecyclePolicy, lifecycleRefusals, lifecycleRoutes } from '../../capabilities/lifecycle/index.ts'
import { memberSheetContract } from '../../capabilities/member-sheet/contract.ts'
import { memberSheetConstraints, memberSheetDeadlines, memberSheetPolicy, memberSheetRefusals, memberSheetRoutes } from '../../capabilities/member-sheet/index.ts'
import { membersContract } from '../../capabilities/members/contract.ts'
import { membersConstraints, membersDeadlines, membersPolicy, membersRefusals, membersRoutes, peopleOfOrganisations } from '../../capabilities/members/index.ts'
import { organisationsContract } from '../../capabilities/organisations/contract.ts'
import { ensureTopOrganisation, organisationsConstraints, organisationsDeadlines, organisationsPolicy, organisationsRefusals, organisationsRoutes } from '../../capabilities/organisations/index.ts'
import { reconcilingContract } from '../../capabilities/reconciling/contract.ts'
import { reconcilingConstraints, reconcilingDeadlines, reconcilingPolicy, reconcilingRefusals, reconcilingRoutes } from '../../capabilities/reconciling/index.ts'
import { remindersContract } from '../../capabilities/reminders/contract.ts'
import { collectDue, remindersPolicy, remindersRefusals, remindersRoutes, type Deadlines, type DueOwner } from '../../capabilities/reminders/index.ts'
import { reportsContract } from '../../capabilities/reports/contract.ts'
import { reportsDeadlines, reportsPolicy, reportsRefusals, reportsRoutes } from '../../capabilities/reports/index.ts'
import { reorganisationContract } from '../../capabilities/reorganisation/contract.ts'
import { reorganisationDeadlines, reorganisationPolicy, reorganisationRefusals, reorganisationRoutes } from '../../capabilities/reorganisation/index.ts'
import { rulebookContract } from '../../capabilities/rulebook/contract.ts'
import { rulebookConstraints, rulebookPolicy, rulebookRefusals, rulebookRoutes } from '../../capabilities/rulebook/index.ts'
import { searchContract } from '../../capabilities/search/contract.ts'
import { searchPolicy, searchRefusals, searchRoutes } from '../../capabilities/search/index.ts'
import { sourcesAndTargetsContract } from '../../capabilities/sources-and-targets/contract.ts'
import {
  sourcesAndTargetsConstraints, sourcesAndTargetsDeadlines, sourcesAndTargetsPolicy, sourcesAndTargetsRefusals, sourcesAndTargetsRoutes,
} from '../../capabilities/sources-and-targets/index.ts'
import { countingContract } from '../../capabilities/counting/contract.ts'
import { countingRefusals, countingRoutes } from '../../capabilities/counting/index.ts'
import { statisticsContract } from '../../capabilities/statistics/contract.ts'
import { statisticsPolicy, statisticsRefusals, statisticsRoutes, type CountLate } from '../../capabilities/statistics/index.ts'
import { transfersContract } from '../../capabilities/transfers/contract.ts'
import { transfersConstraints, transfersDeadlines, transfersPolicy, transfersRefusals, transfersRoutes } from '../../capabilities/transfers/index.ts'
import type { Clock, Policy, Ports } from '../../platform/action/index.ts'
import { databaseRefusals } from '../../platform/database/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { Contract, Routes } from '../../platform/http/index.ts'
import { platformRefusals } from '../../platform/messages.vi.ts'
import type { RefusalWordsByCode } from '../../platform/words.ts'
import { listsOf } from './lists.ts'
import { actorOf, reachOfPerson } from './ports.ts'
import { lifeAbove } from './life.ts'
import { tiesAbove } from './ties.ts'
import { trailWords } from './trail.ts'

/** The whole contract: every room under its name, from the ground up. */
export const contract = {
  audit: auditContract,
  organisations: organisationsContract,
  access: accessContract,
  rulebook: rulebookContract,
  reminders: remindersContract,
  members: membersContract,
  memberSheet: memberSheetContract,
  sourcesAndTargets: sourcesAndTargetsContract,
  admission: admissionContract,
  dossiers: dossiersContract,
  duplicates: duplicatesContract,
  lifecycle: lifecycleContract,
  cards: cardsContract,
  transfers: transfersContract,
  reorganisation: reorganisationContract,
  dataQuality: dataQualityContract,
  statistics: statisticsContract,
  reports: reportsContract,
  counting: countingContract,
  conferences: conferencesContract,
  search: searchContract,
  importExport: importExportContract,
  reconciling: reconcilingContract,
  exports: exportsContract,
} satisfies Contract

/** What falls due, room by room. */
const deadlines: readonly Deadlines[] = [organisationsDeadlines, memberSheetDeadlines, membersDeadlines, sourcesAndTargetsDeadlines, admissionDeadlines, dossiersDeadlines, lifecycleDeadlines, cardsDeadlines, transfersDeadlines, reorganisationDeadlines, reportsDeadlines, conferencesDeadlines, reconcilingDeadlines]

/** Late work below an organisation today, by who must act next. */
const countLate: CountLate = async (ctx, organisationId) => {
  const late = new Map<DueOwner, number>()
  for (const { dueOn, owner } of await collectDue(ctx, deadlines, { until: ctx.today, organisationId })) if (dueOn < ctx.today) late.set(owner, (late.get(owner) ?? 0) + 1)
  return [...late].map(([owner, count]) => ({ owner, late: count }))
}

/** Every room's routes. `demonstration`: the installation shows invented people and says so. */
export function routesOf({ demonstration }: { demonstration: boolean }): Routes {
  const routes: Routes = {
    audit: auditRoutes(trailWords, listsOf(contract, () => routes)),
    organisations: organisationsRoutes(peopleOfOrganisations),
    access: accessRoutes({ demonstration, foundTop: ensureTopOrganisation }),
    rulebook: rulebookRoutes,
    reminders: remindersRoutes(deadlines),
    members: membersRoutes({ life: lifeAbove }),
    memberSheet: memberSheetRoutes,
    sourcesAndTargets: sourcesAndTargetsRoutes({ openCases: listOpenCases, findAlike: alikeInWords }),
    admission: admissionRoutes,
    dossiers: dossiersRoutes,
    duplicates: duplicatesRoutes,
    lifecycle: lifecycleRoutes({ ties: tiesAbove }),
    cards: cardsRoutes,
    transfers: transfersRoutes,
    reorganisation: reorganisationRoutes,
  dataQuality: dataQualityRoutes,
  statistics: statisticsRoutes({ countLate }),
    counting: countingRoutes,
    conferences: conferencesRoutes,
    reports: reportsRoutes,
    search: searchRoutes,
    importExport: importExportRoutes,
    reconciling: reconcilingRoutes,
    exports: exportsRoutes,
  }
  return routes
}

export const policy: Policy = {
  ...auditPolicy, ...organisationsPolicy, ...accessPolicy, ...rulebookPolicy, ...remindersPolicy, ...membersPolicy, ...memberSheetPolicy,
  ...sourcesAndTargetsPolicy, ...admissionPolicy, ...dossiersPolicy, ...duplicatesPolicy, ...dataQualityPolicy, ...lifecyclePolicy, ...cardsPolicy, ...transfersPolicy, ...reorganisationPolicy, ...statisticsPolicy, ...reportsPolicy, ...conferencesPolicy, ...searchPolicy, ...importExportPolicy, ...reconcilingPolicy, ...exportsPolicy,
}

export const refusalWords: RefusalWordsByCode = {
  ...platformRefusals, ...databaseRefusals, ...auditRefusals, ...organisationsRefusals, ...accessRefusals, ...rulebookRefusals, ...remindersRefusals, ...membersRefusals, ...memberSheetRefusals,
  ...sourcesAndTargetsRefusals, ...admissionRefusals, ...dossiersRefusals, ...dataQualityRefusals, ...duplicatesRefusals, ...lifecycleRefusals, ...cardsRefusals, ...transfersRefusals, ...reorganisationRefusals, ...statisticsRefusals, ...reportsRefusals, ...countingRefusals, ...conferencesRefusals, ...searchRefusals, ...importExportRefusals, ...reconcilingRefusals, ...exportsRefusals,
}

const constraints: Ports['constraints'] = { ...organisationsConstraints, ...rulebookConstraints, ...membersConstraints, ...memberSheetConstraints, ...sourcesAndTargetsConstraints, ...admissionConstraints, ...dossiersConstraints, ...dataQualityConstraints, ...duplicatesConstraints, ...lifecycleConstraints, ...cardsConstraints, ...transfersConstraints, ...reconcilingConstraints }

/** What the action runner is given: the rooms' guards joined, one pool, one clock, one store of files. */
export function portsOf({ pool, clock, files }: { pool: Pool; clock: Clock; files: FileStore }): Ports {
  return { pool, clock, files, constraints, begin: beginSql, entrance: entranceSql, actorOf, judge: judgeBy(policy, reachOfPerson), audit: appendEntry }
}
