type Remark = { readonly id: string; readonly quarter: string; readonly text: string; readonly supersededAt: string | null }

/** The remark that counts for a quarter. */
export const remarkOf = <R extends Remark>(remarks: readonly R[] | null, quarter: string): R | undefined => remarks?.find((remark) => remark.quarter === quarter && remark.supersededAt === null)

/**
 * The quarter that is to be written next, of those that may be (newest first): the first one after the last remark, the one the work list names. Without a
 * remark that of the beginning is still let off, unless it is the only one.
 */
export function quarterAsked(quarters: readonly string[], remarks: readonly Remark[] | null): string | undefined {
  const last = (remarks ?? []).filter(({ supersededAt }) => supersededAt === null).map(({ quarter }) => quarter).toSorted().at(-1)
  const waiting = quarters.filter((quarter) => quarter > (last ?? quarters.at(-1)!))
  return waiting.at(-1) ?? quarters[0]
}
