import type { PeopleOfOrganisations } from '../organisations/index.ts'
import { sql } from '../../platform/action/index.ts'
import { positionName, rankOf } from './positions.ts'
import { postHoldersOn } from './queries/record.ts'
import { countMembersByCell } from './queries/rolls.ts'

/** What the pages of organisations show about people. */
export const peopleOfOrganisations: PeopleOfOrganisations = {
  async mayCount(db, organisationId) {
    const { sees } = await db.one<{ sees: boolean }>(sql`select access.reaches_people(${organisationId}) as sees`)
    return sees
  },
  countByCell: countMembersByCell,
  async ageAndAdmission(db, { organisationId, on, knownAt }) {
    const { average, last } = await db.one<{ average: string | null; last: string | null }>(sql`
      select average_age as average, last_admitted_on as last from members.age_and_admission(${organisationId}, ${on}, ${knownAt ?? null})`)
    return { averageAge: average === null ? null : Number(average), lastAdmittedOn: last }
  },
  async postsOf(db, { organisationId, on, knownAt }) {
    const holders = await postHoldersOn(db, organisationId, { on, knownAt })
    return holders
      .toSorted((a, b) => rankOf(a.position) - rankOf(b.position))
      .map(({ id, personId, fullName, position, from, lastDay, basis }) => ({ id, personId, fullName, position, positionName: positionName(position), from, lastDay, basis }))
  },
}
