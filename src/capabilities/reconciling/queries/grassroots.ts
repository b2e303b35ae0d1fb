import type { PlainDate } from '../../../kernel/index.ts'
import { join, sql, type Db } from '../../../platform/action/index.ts'
import { belowCondition, grassrootsTypes } from '../../organisations/index.ts'

/** Grassroots organisations below one on a day, by code. */
export const listGrassroots = (db: Db, organisationId: string, on: PlainDate): Promise<{ id: string; name: string }[]> => db.rows(sql`
  select organisation_id as id, name from organisations.version
  where superseded_at is null and valid_during @> ${on}::date and type in (${join([...grassrootsTypes])}) and organisation_id ${belowCondition(organisationId, on)} order by code, name`)
