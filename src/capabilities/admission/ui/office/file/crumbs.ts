import { useAddress, type Crumb } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { isConfirmation, nameWithYear } from '../../people.ts'
import { word } from '../../words.vi.ts'
import { useActLinks } from '../use-act-links.ts'

/** Where the file stands in the tree; with `page` also the file itself and the page under it. */
export function useCrumbs(file: CaseFile, page?: string): Crumb[] {
  const address = useAddress()
  const links = useActLinks(file)
  const { deciding, section, grassroots, cell } = file
  const line = [deciding, grassroots, ...(section ? [section] : []), cell].filter((place, i, all) => all.findIndex((one) => one.id === place.id) === i)
  const places = line.map((place) => ({ label: place.name, to: address('organisation', { id: place.id }) }))
  const last = page ? [{ label: nameWithYear(file.person), to: links.home }, { label: page }] : [{ label: word(isConfirmation(file) ? 'recognitionCrumb' : 'fileCrumb') }]
  return [...places, ...last]
}
