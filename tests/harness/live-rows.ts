import type { House } from './house.ts'

/** Tables of statements that an act of reorganisation may write, and which of their rows are live. */
const LIVE: Readonly<Record<string, string>> = {
  'organisations.organisation': 'ended_on is distinct from founded_on', 'organisations.version': 'superseded_at is null', 'organisations.placement': 'superseded_at is null',
  'organisations.committee': 'superseded_at is null', 'organisations.succession': 'superseded_at is null', 'organisations.closure': 'true', 'organisations.afterlife': 'true',
  'access.role_holding': 'not isempty(held_during)', 'members.person': 'true', 'members.membership': 'superseded_at is null', 'members.status': 'superseded_at is null',
  'members.placement': 'superseded_at is null', 'members.post': 'superseded_at is null', 'members.overlay': 'superseded_at is null', 'members.standing': 'true', 'search.person_key': 'true',
  'sources_and_targets.prospect': 'true', 'sources_and_targets.target': 'superseded_at is null', 'sources_and_targets.mass_review': 'superseded_at is null', 'admission.case_file': 'true', 'dossiers.dossier': 'true', 'transfers.transfer': 'true',
}
/** Tables whose rows supersede each other: a statement made anew has another identifier and moment, and what is derived from it another moment. */
const SUPERSEDING = ['organisations.version', 'organisations.placement', 'organisations.committee', 'organisations.succession', 'members.placement', 'members.post', 'members.overlay', 'sources_and_targets.target', 'sources_and_targets.mass_review']

/** Every live row as text, table by table, in a fixed order. */
export async function liveRowsOf(house: Pick<House, 'rows'>): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {}
  for (const [table, where] of Object.entries(LIVE)) {
    const without = SUPERSEDING.includes(table) ? ['id', 'recorded_at'] : ['known_since']
    all[table] = (await house.rows<{ row: string }>(`select (to_jsonb(t) - $1::text[])::text as row from ${table} t where ${where} order by 1`, [without])).map(({ row }) => row)
  }
  return all
}
