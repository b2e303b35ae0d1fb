import type { CaseDocument, CaseFile, ChecklistRow } from './client.ts'

/** A line of the table: one paper, or the place of one that is not there. `first` carries the mark of the form. */
export type PaperLine = { readonly key: string; readonly row: ChecklistRow; readonly paper: CaseDocument | undefined; readonly first: boolean }

const isThere = (paper: CaseDocument): boolean => paper.fault !== 'missing'

/** True when some of several papers of a type (introducers) are still to come. */
const lacksMore = (row: ChecklistRow): boolean =>
  row.need === 'required' && row.neededByNow && row.documents.length > 0 && row.documents.length < row.minCount && row.documents.every(isThere)

/** Every paper of these rows on a line of its own, and a line for what is not there. */
export const linesOf = (rows: readonly ChecklistRow[]): PaperLine[] =>
  rows.flatMap((row): PaperLine[] => {
    const papers = row.documents.map((paper, i) => ({ key: paper.id, row, paper, first: i === 0 }))
    return papers.length === 0 || lacksMore(row) ? [...papers, { key: row.code, row, paper: undefined, first: papers.length === 0 }] : papers
  })

/** How one line stands: a paper by itself, an empty place as its type does. */
export function stateOfLine({ row, paper }: PaperLine): ChecklistRow['state'] {
  if (!paper) return row.documents.length > 0 ? 'missing' : row.state
  if (!isThere(paper)) return 'missing'
  return paper.isStale ? 'expired' : paper.state
}

const bad: readonly ChecklistRow['state'][] = ['missing', 'needsWork', 'expired', 'cannotTell']

/** A line that explains itself: something must be brought, mended or told. */
export const isBad = (line: PaperLine): boolean => bad.includes(stateOfLine(line))

/** After a second sending only what changed, or is still bad, stays unfolded. */
export const isRowOpen = (row: ChecklistRow): boolean => bad.includes(row.state) || row.documents.some((paper) => paper.changedSinceLastSending)

/** The type of paper of which there is one for each introducer. */
export const INTRODUCTION = 'KNĐ-3'

/** The introducers of a file whose paper is still to come, when that is what this line stands for. */
export function introducersLeft({ circumstances }: Pick<CaseFile, 'circumstances'>, { row, paper }: PaperLine): readonly string[] {
  if (row.code !== INTRODUCTION || paper) return []
  const there = row.documents.map(({ subject }) => subject?.id)
  return (circumstances.sponsors ?? []).map(({ personId }) => personId).filter((id) => !there.includes(id))
}
