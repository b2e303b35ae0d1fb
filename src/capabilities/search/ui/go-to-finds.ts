import { useAddress, useDesk, usePlace } from '../../../platform/ui-kit/index.ts'
import type { Group } from '../codes.ts'
import { carryNumber, coveredNumberIn } from './carried-number.ts'
import { groupSlugs } from './words.vi.ts'

/** Opens the page of finds for a text. A number that may be covered is not put into the address. */
export function useGoToFinds(): (text: string, group?: Group) => void {
  const address = useAddress()
  const place = usePlace()
  const page = useDesk().device === 'pocket' ? 'pocketSearch' : 'search'
  return (text, group) => {
    const number = coveredNumberIn(text)
    if (number) carryNumber(number)
    place.go(address(page, {}, number ? { so: Date.now().toString(36) } : { q: text, nhom: group && groupSlugs[group] }))
  }
}
