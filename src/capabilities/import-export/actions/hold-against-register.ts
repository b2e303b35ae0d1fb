import { fold, type PlainDate } from '../../../kernel/index.ts'
import type { Ctx } from '../../../platform/action/index.ts'
import { alikeOfEach, type AlikePerson } from '../../duplicates/index.ts'
import { asWeWroteIt, matcher, type Checked, type KnownPerson, type MatchedRow } from '../matching.ts'
import { peopleAlike } from '../queries/elsewhere.ts'
import { gathered, rowKey, type Answer, type Finding, type ListHead, type ReadPart, type ReadRow, type RunningList } from '../reading/index.ts'
import { RegisterQuestions } from '../register-questions.ts'

/** The register as a list is held against it: who belongs to the organisation of the list, and whether anybody is registered at all. */
export type Register = { isRegistered: boolean; known: readonly KnownPerson[]; asOf: PlainDate; answers: readonly Answer[]; idByCode: ReadonlyMap<string, string> }
/** Takes rows that are held against the register, to keep them; what it answers may be awaited, so that the next are held against it meanwhile. */
export type Keep = (rows: readonly MatchedRow[], asOf: PlainDate) => Promise<void>

/** A list held against the register: its rows, all that was found about it, and as they were read the rows about which something was found. */
export type HeldList = { readonly rows: MatchedRow[]; readonly findings: readonly Finding[]; readonly remarked: readonly ReadRow[] }

/** Whom the new rows of a list are like, by their place; a member that another row leads to exactly is not asked about. */
async function alikeByRow(ctx: Ctx, fresh: readonly MatchedRow[], taken: ReadonlySet<string>, idByCode: ReadonlyMap<string, string>): Promise<Map<string, AlikePerson[]>> {
  const said = fresh.map(({ values }) => ({
    fullName: values.fullName ?? '', otherNames: values.otherName ? [values.otherName] : [], sex: values.sex ?? null, bornOn: values.bornOn ?? null, nativePlace: values.nativePlace ?? null, phone: values.phone ?? null,
    identityNumbers: [values.identityNumber, values.oldIdentityNumber].filter((number): number is string => !!number), cardNumbers: values.cardNumber ? [values.cardNumber] : [],
    cellId: idByCode.get(values.cellCode ?? '') ?? null,
  }))
  const found = await alikeOfEach(ctx, said)
  return new Map(fresh.map((row, i) => [rowKey(row), found[i]!.filter(({ personId }) => !taken.has(personId))]))
}

/** What the register makes questionable in a list: another state of a known member, somebody who left, a member of another organisation, somebody alike. */
async function questionsOf(ctx: Ctx, sheets: ListHead['sheets'], matched: readonly MatchedRow[], { known, asOf, answers, idByCode }: Register): Promise<RegisterQuestions> {
  const byId = new Map(known.map((person) => [person.personId, person]))
  const fresh = matched.filter((row) => row.outcome === 'new')
  const elsewhere = (await peopleAlike(ctx.db, fresh.map(({ values }) => values), asOf)).filter(({ personId }) => !byId.has(personId))
  const taken = new Set(matched.flatMap(({ personId }) => personId ?? []))
  return new RegisterQuestions(sheets, { known: byId, elsewhere, alike: await alikeByRow(ctx, fresh, taken, idByCode) }, answers, taken)
}

/** Letter of the column whose heading fits, on the first sheet that has one. */
const letterOf = (sheets: ListHead['sheets'], heading: RegExp): string | undefined =>
  sheets.flatMap(({ columns }) => columns).find((column) => heading.test(fold(column)))?.split(' ')[0]

/** What the national program wrote beside a row of a file that it checked. */
function checkedIn(sheets: ListHead['sheets']): (row: ReadRow) => Checked | null {
  const [result, detail] = [letterOf(sheets, /^[a-z]+ ket qua kiem tra$/), letterOf(sheets, /^[a-z]+ chi tiet loi$/)]
  return ({ written }) => (result && written?.[result] ? { result: written[result], detail: (detail && written[detail]) || null } : null)
}

/** A row waits for what the others lead to, so a list is held against a register as a whole; into an empty one everybody comes new, and there is nobody to be like. */
async function* partsToHold({ parts }: RunningList, { isRegistered, known }: Register): AsyncIterable<ReadPart> {
  if (isRegistered) yield asWeWroteIt(await gathered(parts), known)
  else yield* parts
}

const keysOf = (findings: readonly Finding[], isMeant: (finding: Finding) => boolean): ReadonlySet<string> => new Set(findings.filter(isMeant).map(rowKey))

const HELD_AT_ONCE = 500

/** Holds the members of a list against the register as they are read, and hands them on some at a time. `isSettled`: whether somebody has said what is to become of a finding. */
export async function holdAgainst(ctx: Ctx, list: RunningList, register: Register, isSettled: (finding: Finding) => boolean, keep: Keep): Promise<HeldList> {
  const [match, checkedOf] = [matcher(register.known), checkedIn(list.sheets)]
  const [remarked, rows, found, asked]: [ReadRow[], MatchedRow[], Finding[], Finding[]] = [[], [], [...list.sheetFindings], []]
  for await (const part of partsToHold(list, register)) {
    const errors = keysOf(part.findings, ({ kind, answer }) => kind === 'error' && answer === undefined)
    const waiting = keysOf(part.findings, (finding) => finding.kind === 'proposal' && !isSettled(finding))
    const matched = part.rows.map((row) => match(row, errors.has(rowKey(row))))
    const questions = await questionsOf(ctx, list.sheets, register.isRegistered ? matched : [], register)
    const heldAgainst = (row: ReadRow, nth: number): MatchedRow => {
      const [held, checked, waits] = [questions.ask(matched[nth]!, row), checkedOf(row), waiting.has(rowKey(row))]
      // A row whose sure reading nobody accepted yet is shown with what it would do, and written only once accepted.
      return checked || waits ? { ...held, waits, checked } : held
    }
    for (let start = 0; start < part.rows.length; start += HELD_AT_ONCE) {
      const some = part.rows.slice(start, start + HELD_AT_ONCE).map((row, i) => heldAgainst(row, start + i))
      rows.push(...some)
      await keep(some, register.asOf)
    }
    const keys = keysOf([...part.findings, ...questions.findings], () => true)
    remarked.push(...part.rows.filter((row) => keys.has(rowKey(row))))
    found.push(...part.findings)
    asked.push(...questions.findings)
  }
  return { rows, findings: [...found, ...asked], remarked }
}
