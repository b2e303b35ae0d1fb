import { newId, type PlainDate } from '../../../kernel/index.ts'
import { sql, type Db } from '../../../platform/action/index.ts'
import { lossNotFound } from '../errors.ts'

export type Loss = {
  readonly id: string; readonly version: number; readonly cardId: string; readonly lostOn: PlainDate; readonly reportedOn: PlainDate; readonly circumstances: string
  readonly outcome: 'found' | 'lost' | null; readonly concludedOn: PlainDate | null; readonly conclusionPaper: string | null
}

const columns = sql`l.id, l.version, l.card_id as "cardId", l.lost_on as "lostOn", l.reported_on as "reportedOn", l.circumstances, l.outcome, l.concluded_on as "concludedOn", l.conclusion_paper as "conclusionPaper"`

/** Losses that a person reported, the latest first. */
export const listLossesOf = (db: Db, personId: string): Promise<Loss[]> =>
  db.rows(sql`select ${columns} from cards.loss l join cards.card c on c.id = l.card_id where c.person_id = ${personId} order by l.reported_on desc, l.recorded_at desc`)

export type LossSeen = Loss & { readonly number: string | null; readonly recordedAt: string; readonly concludedAt: string | null }

/** Losses reported by a person up to a day (inclusive), as known at a moment (absent = now), the latest first; a conclusion that came later is not told. */
export const listLossesSeen = (db: Db, personId: string, { on, knownAt }: { on: PlainDate; knownAt?: string | undefined }): Promise<LossSeen[]> => db.rows(sql`
  select l.id, l.version, l.card_id as "cardId", c.number, l.lost_on as "lostOn", l.reported_on as "reportedOn", l.circumstances, l.recorded_at as "recordedAt", case when d.told then l.outcome end as outcome,
    case when d.told then l.concluded_on end as "concludedOn", case when d.told then l.conclusion_paper end as "conclusionPaper", case when d.told then l.concluded_recorded_at end as "concludedAt"
  from cards.loss l join cards.card c on c.id = l.card_id
  cross join lateral (select l.concluded_on <= ${on}::date and (${knownAt ?? null}::timestamptz is null or coalesce(l.concluded_recorded_at, l.recorded_at) <= ${knownAt ?? null}::timestamptz) as told) d
  where c.person_id = ${personId} and l.reported_on <= ${on}::date and (${knownAt ?? null}::timestamptz is null or l.recorded_at <= ${knownAt ?? null}::timestamptz)
  order by l.reported_on desc, l.recorded_at desc`)

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
  db.run(sql`update cards.loss set outcome = ${c.outcome}, concluded_on = ${c.on}, conclusion_paper = ${c.paper}, concluded_recorded_at = platform.moment(), version = version + 1 where id = ${id}`)
