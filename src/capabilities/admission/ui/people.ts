import type { CaseFile } from './client.ts'

/** `Hoàng Thị Nhung (1994)`; without the year when it is not known. */
export const nameWithYear = (person: { name: string; bornOn: string | null }): string => (person.bornOn ? `${person.name} (${person.bornOn.slice(0, 4)})` : person.name)

/** `Thôn Khun Luông – xã Quang Minh`: never the cell without the body above it. */
export const placeInOne = ({ cell, grassroots }: { cell: { id: string; shortName: string }; grassroots: { id: string; shortName: string } }): string =>
  cell.id === grassroots.id ? cell.shortName : `${cell.shortName} – ${grassroots.shortName}`

export const isConfirmation = (file: Pick<CaseFile, 'kind'>): boolean => file.kind === 'confirmation'

/** Name of the page of a file, by its kind. */
export const pageOfCase = (kind: CaseFile['kind']): 'recognition' | 'admissionCase' => (kind === 'confirmation' ? 'recognition' : 'admissionCase')
