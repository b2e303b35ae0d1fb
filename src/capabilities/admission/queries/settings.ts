import type { Db } from '../../../platform/action/index.ts'
import type { Settings, Swap } from '../../../regulations/index.ts'
import { loadOverrides, loadSwaps } from '../../rulebook/index.ts'

// The working-day calendar is kept for each list of swaps: the same days must be the same list, or it is built for every request.
let known: { readonly text: string; readonly swaps: readonly Swap[] } = { text: '[]', swaps: [] }

/** What the administrator entered beside the rules: values in place of unconfirmed ones, and swapped working days. */
export async function loadSettings(db: Db): Promise<Settings> {
  const overrides = await loadOverrides(db)
  const swaps = await loadSwaps(db)
  const text = JSON.stringify(swaps)
  if (text !== known.text) known = { text, swaps }
  return { overrides, swaps: known.swaps }
}
