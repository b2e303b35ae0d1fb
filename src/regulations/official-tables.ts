import { plainDate, type Citation, type PlainDate } from '../kernel/index.ts'
import { cite } from './instruments.ts'

/** Papers that prescribe the statistical tables, by the first day on which each is used. */
const papers = [['CV-3296-2017', plainDate('2017-07-26')], ['HD-11-2021', plainDate('2021-12-13')]] as const

/** The paper on which a table of this number rests. The last day of the period picks it; before the first that is known, the first. */
export function tableSource(number: string, lastDay: PlainDate): Citation {
  const [paper] = papers.findLast(([, from]) => from <= lastDay) ?? papers[0]
  return cite(paper, `Biểu ${number}`, 'secondary')
}
