import { isUncertainDate, type UncertainDate } from '../../../../kernel/index.ts'
import { readUncertainDay } from '../../../../platform/ui-kit/index.ts'
import type { Answer, Finding, Settling } from '../client.ts'
import { probationChoices, sexChoices, speaksOfProbation } from '../words.vi.ts'
import { rawText, valueText } from './finding-words.ts'

/** What somebody chose for one finding and has not sent yet. */
export type Draft = { readonly accept: true } | { readonly value: Answer['value'] }
export type Drafts = ReadonlyMap<Finding, Draft>

type Place = Pick<Finding, 'code' | 'sheet' | 'row' | 'column'>
const isSamePlace = (a: Partial<Place>, b: Place) => a.code === b.code && a.sheet === b.sheet && a.row === b.row && a.column === b.column
const placeOf = ({ code, sheet, row, column }: Finding): Place => ({ code, sheet, row, column })

/** The settling with the chosen ones added; a later answer takes the place of an earlier one. */
export function withDrafts(settling: Settling, drafts: Drafts): Settling {
  let { answers, acceptedRows } = settling
  for (const [finding, draft] of drafts) {
    const place = placeOf(finding)
    answers = answers.filter((each) => !isSamePlace(each, place))
    acceptedRows = acceptedRows.filter((each) => !isSamePlace(each, place))
    if ('accept' in draft) acceptedRows = [...acceptedRows, place]
    else answers = [...answers, { ...place, value: draft.value }]
  }
  return { ...settling, answers, acceptedRows }
}

/** An answer for every cell of a column that reads the same. */
export function withColumnAnswer(settling: Settling, { code, column, raw }: Finding, value: Answer['value']): Settling {
  const kept = settling.answers.filter((each) => each.row !== undefined || each.code !== code || each.column !== column || each.raw !== raw)
  return { ...settling, answers: [...kept, { code, column, raw, value }] }
}

export const withCode = (settling: Settling, code: string): Settling =>
  settling.accepted === 'all' ? settling : { ...settling, accepted: [...settling.accepted, code] }

export const withoutCode = (settling: Settling, code: string, all: readonly string[]): Settling =>
  ({ ...settling, accepted: (settling.accepted === 'all' ? all : settling.accepted).filter((each) => each !== code) })

/** The answer somebody gave to a finding, the one for its row first. */
export function answerTo(settling: Settling, finding: Finding): Answer | undefined {
  return settling.answers.find((each) => isSamePlace(each, finding))
    ?? settling.answers.find((each) => each.row === undefined && each.code === finding.code && each.column === finding.column && each.raw === finding.raw)
}

export type Offered = { readonly value: Answer['value']; readonly label: string }

const isProbation = ({ code, heading }: Finding) => code.startsWith('probation.tick') || code === 'member-kind.unclear' || (code === 'tick.unclear' && speaksOfProbation(heading ?? ''))
const isDay = ({ code }: Finding) => /^(birth|admission|official|card-issued)\./.test(code)

/** What may be chosen for a question; nothing is chosen beforehand. */
export function offeredFor(finding: Finding, names: Readonly<Record<string, string>> | undefined): Offered[] {
  if (isProbation(finding)) return [{ value: true, label: probationChoices.true }, { value: false, label: probationChoices.false }]
  const choices = finding.choices?.length ? finding.choices : finding.code.startsWith('sex.') ? sexChoices : []
  return choices.map((value) => ({ value, label: valueText(value, names) }))
}

/** Questions about who somebody is, or what became of him: nothing is read otherwise, and none can be left blank. */
export const asksAboutPerson = ({ code }: Pick<Finding, 'code'>): boolean => ['person.like-another', 'org.member-of-another', 'status.left-before', 'status.differs'].includes(code)

/** Free words fit names and the like; a cell, a sex or a yes and no is only chosen. */
export const mayBeTyped = (finding: Finding): boolean => !isProbation(finding) && !/^(sex|org|person|status|tick|sheet|formula|row)\./.test(finding.code)
export const isTypedDay = isDay

/** A day as people write it, as precisely as it is known: `05/10/1962`, `10/1962` or `1962`. */
export function readTypedDay(text: string): UncertainDate | undefined {
  const precision = (['year', 'month', 'day'] as const)[text.trim().split(/[/.-]/).length - 1]
  const read = precision && readUncertainDay(text, precision)
  return read && isUncertainDate(read) ? read : undefined
}

/** Cells of a group that read the same, where that spares answering row by row. */
export function repeatedCells(findings: readonly Finding[]): { finding: Finding; rows: number; label: string }[] {
  const byCell = new Map<string, { finding: Finding; rows: number; label: string }>()
  for (const finding of findings) {
    const key = `${finding.column} ${typeof finding.raw} ${finding.raw}`
    const known = byCell.get(key)
    byCell.set(key, { finding, rows: (known?.rows ?? 0) + 1, label: rawText(finding.raw) })
  }
  return [...byCell.values()].filter(({ rows }) => rows > 1)
}
