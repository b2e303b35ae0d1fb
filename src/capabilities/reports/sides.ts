/**
 * One side of a comparison, as an address can carry it: a frozen submission; what is counted now for an organisation and a period; what the approved reports of a period
 * add up to.
 */
export type Side = { readonly kind: 'submission'; readonly id: string } | { readonly kind: 'now'; readonly periodId: string; readonly organisationId: string } | { readonly kind: 'sum'; readonly periodId: string }

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
export const SIDE = new RegExp(`^(submission:${UUID}|now:${UUID}:${UUID}|sum:${UUID})$`)

/** Reads what `SIDE` lets pass. */
export function sideOf(text: string): Side {
  const [kind, first, second] = text.split(':')
  return kind === 'submission' ? { kind, id: first! } : kind === 'now' ? { kind, periodId: first!, organisationId: second! } : { kind: 'sum', periodId: first! }
}
