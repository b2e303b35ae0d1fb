import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import type { Side } from '../codes.ts'
import type { Reconciliation } from './reconciliations.ts'

type Signing = { readonly side: Side; readonly number: number; readonly on: PlainDate; readonly by: string | undefined; readonly signer: string }

/** Writes a signature; with that of the grassroots the names behind the number are frozen. */
export async function insertSignature(db: Db, r: Reconciliation, s: Signing): Promise<void> {
  const id = newId()
  await db.run(sql`
    insert into reconciling.signature (id, reconciliation_id, side, number, standing, signer, signed_by, signed_on) values (${id}, ${r.id}, ${s.side}, ${s.number}, ${r.standing}, ${s.signer}, ${s.by ?? null}, ${s.on})`)
  if (s.side === 'superior') return
  await db.run(sql`
    insert into reconciling.agreed (signature_id, reconciliation_id, organisation_id, place_id, person_id, ordinal, full_name, born_on, status, card_number, cell_name)
    select ${id}, ${r.id}, ${r.organisationId}, cell_id, person_id, ordinal, full_name, born_on, status, card_number, cell_name from reconciling.register_on(${r.organisationId}, ${r.asOf})`)
}

export const withdrawSignatureOf = (db: Db, reconciliationId: string, reason: string, on: PlainDate): Promise<number> => db.run(sql`
  update reconciling.signature set withdrawn_on = ${on}, withdrawn_reason = ${reason} where reconciliation_id = ${reconciliationId} and side = 'grassroots' and withdrawn_on is null`)
