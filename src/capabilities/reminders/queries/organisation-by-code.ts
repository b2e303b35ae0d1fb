import type { PlainDate } from '../../../kernel/index.ts'
import type { Db } from '../../../platform/action/index.ts'
import { findOrganisationByCode } from '../../organisations/index.ts'

/** Identifier of the organisation that has a code on a day, within one's part. */
export const findByCode = async (db: Db, code: string, on: PlainDate): Promise<string | undefined> => (await findOrganisationByCode(db, code, on))?.id
