import { committeesInNames } from './words.vi.ts'

/** The committee of an organisation by its name: `Đảng bộ xã Quang Minh` has a `Đảng ủy xã Quang Minh`; a cell stays a cell. */
export function committeeNameOf(organisation: string): string {
  const found = committeesInNames.find(([beginning]) => organisation.startsWith(beginning))
  return found ? found[1] + organisation.slice(found[0].length) : organisation
}
