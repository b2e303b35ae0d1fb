import type { PlainDate } from '../../../kernel/index.ts'
import { dayText, type AddressOf, type Desk } from '../../../platform/ui-kit/index.ts'
import { groups, MOST_COUNTED, type Group } from '../codes.ts'
import type { DecisionFound, FileFound, Finds, OrganisationFound, PersonFound } from './client.ts'
import { decisionNames, fileNames, standingNames, word } from './words.vi.ts'

/** One find in words, and where it leads; without `to` there is no page for it on this device. */
export type Line = { readonly key: string; readonly label: string; readonly about: readonly string[]; readonly why: string | undefined; readonly near: boolean; readonly to: string | undefined }

export type GroupOfLines = { readonly group: Group; readonly lines: readonly Line[]; readonly total: number }

type Asks = { readonly address: AddressOf; readonly device: Desk['device'] }

const said = (parts: readonly (string | null | undefined | false)[]): string[] => parts.filter((part): part is string => Boolean(part))
const place = ({ cell, organisation }: { cell: string | null; organisation: string | null }) => [...new Set(said([cell, organisation]))].join(' – ')
const withYear = ({ fullName, bornYear }: { fullName: string; bornYear: number | null }) => (bornYear ? `${fullName} (${bornYear})` : fullName)

function whyPerson({ why, otherName, cardNumber }: PersonFound): string | undefined {
  if (why === 'otherName') return word('byOtherName', { name: otherName ?? '' })
  if (why === 'card') return word('byCard', { number: cardNumber ?? '' })
  if (why === 'identity') return word('byIdentity')
  if (why === 'oldIdentity') return word('byOldIdentity')
  if (why === 'identityLast4') return word('byIdentityLast4')
  return word('byName')
}

function toPerson(found: PersonFound, { address, device }: Asks): string {
  if (found.prospectId) return address(device === 'pocket' ? 'pocketSource' : 'source', { id: found.prospectId })
  return address(device === 'pocket' ? 'pocketMember' : 'member', { id: found.id })
}

export const personLine = (found: PersonFound, asks: Asks): Line =>
  ({ key: `person.${found.id}`, label: withYear(found), about: said([place(found), standingNames[found.standing]]), why: whyPerson(found), near: found.near, to: toPerson(found, asks) })

function whyOrganisation({ why, formerName, formerUntil, code }: OrganisationFound): string {
  if (why === 'formerName' && formerName) return formerUntil ? word('byFormerNameUntil', { name: formerName, day: dayText(formerUntil as PlainDate) }) : word('byFormerName', { name: formerName })
  return why === 'code' ? word('byCode', { code: code ?? '' }) : word('byOrganisationName')
}

const organisationLine = (found: OrganisationFound, { address, device }: Asks): Line => ({
  key: `organisation.${found.id}`, label: found.name, about: said([found.above, found.why !== 'code' && found.code]), why: whyOrganisation(found), near: found.near,
  to: device === 'pocket' ? undefined : address('organisation', { id: found.id }),
})

const toFile = ({ id, kind }: { id: string; kind: FileFound['kind'] }, { address, device }: Asks): string =>
  address(device === 'pocket' ? 'pocketAdmissionCase' : kind === 'confirmation' ? 'recognition' : 'admissionCase', { id })

const fileLine = (found: FileFound, asks: Asks): Line => ({
  key: `file.${found.id}`, label: `${fileNames[found.kind]}: ${withYear(found)}`,
  about: said([place(found), word(found.isOpen ? 'fileOpen' : 'fileClosed', { day: dayText(found.openedOn as PlainDate) })]), why: word('byName'), near: found.near, to: toFile(found, asks),
})

const decisionLine = (found: DecisionFound, asks: Asks): Line => ({
  key: `decision.${found.kind}.${found.number}.${found.personId}`, label: `${decisionNames[found.kind]} ${found.number}`,
  about: said([found.decidedOn ? word('decisionOn', { day: dayText(found.decidedOn as PlainDate) }) : word('decisionNoDay'), withYear(found), place(found)]), why: undefined, near: false,
  to: found.file ? toFile(found.file, asks) : asks.address(asks.device === 'pocket' ? 'pocketMember' : 'member', { id: found.personId }),
})

/** The finds in words, group by group; groups without any are left out. */
export function linesOf(finds: Finds, asks: Asks): GroupOfLines[] {
  const lines: Record<Group, Line[]> = {
    people: finds.people.rows.map((row) => personLine(row, asks)), organisations: finds.organisations.rows.map((row) => organisationLine(row, asks)),
    files: finds.files.rows.map((row) => fileLine(row, asks)), decisions: finds.decisions.rows.map((row) => decisionLine(row, asks)),
  }
  return groups.filter((group) => lines[group].length > 0).map((group) => ({ group, lines: lines[group], total: finds[group].total }))
}

/** `1.000` counted at most: above it only that there are more is known. */
export const isMany = (total: number): boolean => total > MOST_COUNTED
