import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { lossNotFound } from '../errors.ts'

export type Loss = {
  readonly id: string; readonly version: number; readonly cardId: string; readonly lostOn: PlainDate; readonly reportedOn: PlainDate; readonly circumstances: string
  readonly outcome: 'found' | 'lost' | null; readonly concludedOn: PlainDate | null; readonly conclusionPaper: string | null
}

const columns = sql`l.id, l.version, l.card_id as "cardId", l.lost_on as "lostOn", l.reported_on as "reportedOn", l.circumstances, l.outcome, l.concluded_on as "concludedOn", l.conclusion_paper as "conclusionPaper"`

/** Losses that a person reported, the latest first. */
export const listLossesOf = (db: Db, personId: string): Promise<(Loss & { recordedAt: string })[]> =>
  db.rows(sql`select ${columns}, l.recorded_at as "recordedAt" from cards.loss l join cards.card c on c.id = l.card_id where c.person_id = ${personId} order by l.reported_on desc, l.recorded_at desc`)

/** A loss locked for its conclusion. Refuses `cards.lossNotFound`. */
export async function lockLoss(db: Db, id: string): Promise<Loss> {
  const found = await db.first<Loss>(sql`select ${columns} from cards.loss l where l.id = ${id} for update of l`)
  if (!found) throw lossNotFound()
  return found
}

export async function insertLoss(db: Db, l: Pick<Loss, 'cardId' | 'lostOn' | 'reportedOn' | 'circumstances'>, by: string | undefined): Promise<string> {
  const id = newId()
  await db.run(sql`insert into cards.loss (id, card_id, lost_on, reported_on, circumstances, recorded_by) values (${id}, ${l.cardId}, ${l.lostOn}, ${l.reportedOn}, ${l.circumstances}, ${by ?? null})`)
  return id
}

export const keepConclusion = (db: Db, id: string, c: { outcome: 'found' | 'lost'; on: PlainDate; paper: string }) =>
  db.run(sql`update cards.loss set outcome = ${c.outcome}, concluded_on = ${c.on}, conclusion_paper = ${c.paper}, version = version + 1 where id = ${id}`)
