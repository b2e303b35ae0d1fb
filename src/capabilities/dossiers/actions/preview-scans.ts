import type { Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import type { MatchDoubt } from '../codes.ts'
import type { dossiersContract } from '../contract.ts'
import { peopleNamed, peopleWithHashes, type NamedPerson } from '../queries/scans.ts'
import { placesOf } from '../queries/survey.ts'
import { readScanName, type ReadName } from '../scan-names.ts'

type Contract = typeof dossiersContract
type Match = AnswerOf<Contract['previewScans']>['rows'][number]
type Found = { readonly people: readonly NamedPerson[]; readonly doubts: readonly MatchDoubt[] }

/** Whose scan it is, of the people found; with doubts where the name says less than a number. */
function peopleOf(read: ReadName, people: readonly NamedPerson[], asked: NamedPerson | undefined): Found {
  if (asked) {
    const isOther = (read.identityNumber !== undefined && asked.identityNumbers.length > 0 && !asked.identityNumbers.includes(read.identityNumber))
      || (read.identityNumber !== undefined && read.personName !== undefined && read.personName !== asked.foldedName)
    return { people: [asked], doubts: isOther ? ['otherPerson'] : [] }
  }
  const byNumber = read.identityNumber ? people.filter(({ identityNumbers }) => identityNumbers.includes(read.identityNumber!)) : []
  if (byNumber.length > 0) return { people: byNumber, doubts: byNumber.length > 1 ? ['severalPeople'] : byNumber[0]!.foldedName === (read.personName ?? byNumber[0]!.foldedName) ? [] : ['otherPerson'] }
  const byName = read.personName ? people.filter(({ foldedName }) => foldedName === read.personName) : []
  if (byName.length === 0) return { people: [], doubts: ['noPerson'] }
  return { people: byName, doubts: byName.length > 1 ? ['severalPeople'] : ['personByNameOnly'] }
}

const outcomeOf = (doubts: readonly MatchDoubt[]): Match['outcome'] =>
  doubts.includes('noPerson') || doubts.includes('noType') ? 'unknown' : doubts.length > 0 ? 'doubtful' : 'matched'

/**
 * To whom and to which paper scans belong, by their names alone; nothing is kept. On the page of one member every scan is that member's unless
 * its name says otherwise. A hash, where the caller could make one, tells what is here already.
 */
export async function previewScans(ctx: Ctx, input: InputOf<Contract['previewScans']>): Promise<AnswerOf<Contract['previewScans']>> {
  if (input.personId) await ctx.authorise('dossiers.write', { personId: input.personId })
  else if (input.organisationId) await ctx.authorise('dossiers.write', { organisationId: input.organisationId })
  else await ctx.authorise('dossiers.write', 'own part')
  const reads = input.files.map(({ name }) => readScanName(name))
  const present = (texts: readonly (string | undefined)[]) => [...new Set(texts.filter((text) => text !== undefined))]
  const people = await peopleNamed(ctx.db, {
    organisationId: input.organisationId, personId: input.personId, numbers: present(reads.map((each) => each.identityNumber)), names: present(reads.map((each) => each.personName)),
  })
  const cells = new Map((await placesOf(ctx.db, people.map(({ cellId }) => cellId), ctx.today)).map((place) => [place.cellId, [place.cell, place.organisation].filter(Boolean).join(' – ')]))
  const known = await peopleWithHashes(ctx.db, present(input.files.map(({ hash }) => hash)))
  const shownPerson = ({ id, fullName, bornOn, cellId }: NamedPerson) => ({ id, fullName, bornOn, cell: cells.get(cellId) ?? '' })
  return {
    rows: input.files.map(({ name, hash }, i) => {
      const read = reads[i]!
      const found = peopleOf(read, people, input.personId ? people[0] : undefined)
      const doubts = [...found.doubts, ...read.doubts]
      const one = found.people.length === 1 ? found.people[0]! : undefined
      const isHere = hash !== undefined && known.some((each) => each.contentHash === hash && (!one || each.personId === one.id) && (!read.documentType || each.documentType === read.documentType))
      return {
        name, outcome: isHere ? 'alreadyHere' as const : outcomeOf(doubts), doubts, person: one ? shownPerson(one) : null, people: found.people.slice(0, 20).map(shownPerson),
        documentType: read.documentType ?? null, part: read.part ?? null, opened: one?.opened ?? false,
      }
    }),
  }
}
