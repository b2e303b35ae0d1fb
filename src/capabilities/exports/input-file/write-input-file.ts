import type { Readable } from 'node:stream'
import type { PlainDate } from '../../../kernel/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { cellText, streamedWorkbook, writeRows, type WorkbookCell } from '../../../platform/workbook/index.ts'
import { inputFileCells, inputFileChoices, inputFileColumns, inputFileDictionaries, inputFileFrame as frame, type InputFileColumn, type InputFileMember } from '../../../regulations/index.ts'

const FIRST_ROW = 8
const HEADING_ROWS = [6, 7] as const
/** Rows below the last member in which the lists of choices still work. */
const SPARE_ROWS = 500
const TEXT = '@'

export type InputFile = {
  readonly members: readonly InputFileMember[]
  /** `05/10/2018 08:05`. */
  readonly moment: string
  /** The day of which the members are told; `isPast` when it is not the day of the writing. */
  readonly on: PlainDate
  readonly isPast: boolean
  /** Number of the copy and who made it, at the foot of every page: the cells are those of the national layout. */
  readonly foot: string
  readonly madeBy: string
}

type Book = import('exceljs').stream.xlsx.WorkbookWriter
type Sheet = import('exceljs').Worksheet

const letters = inputFileColumns.map(({ letter }) => letter)
const [first, last] = [letters[0]!, letters.at(-1)!]

const linesAbove = ({ moment, on, isPast }: InputFile): string[] => [
  frame.title, fillIn(isPast ? frame.momentOf : frame.moment, { day: on, moment }), frame.stars, frame.days,
]

function addHeadings(sheet: Sheet): void {
  for (const text of [({ group, heading }: InputFileColumn) => group ?? heading, ({ group, heading }: InputFileColumn) => (group ? heading : '')]) {
    const row = sheet.addRow(inputFileColumns.map(text))
    row.font = { bold: true }
    row.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
  }
  const [upper, lower] = HEADING_ROWS
  for (const [i, { letter, group }] of inputFileColumns.entries()) {
    if (!group) sheet.mergeCells(`${letter}${upper}:${letter}${lower}`)
    else if (inputFileColumns[i - 1]?.group !== group) sheet.mergeCells(`${letter}${upper}:${letters[i + 2]}${upper}`)
  }
}

function writeFrame(sheet: Sheet, file: InputFile): void {
  linesAbove(file).forEach((line, i) => {
    sheet.addRow([line]).font = { bold: i === 0, italic: i > 1, size: i === 0 ? 14 : 11 }
    sheet.mergeCells(`${first}${i + 1}:${last}${i + 1}`)
  })
  sheet.addRow([])
  addHeadings(sheet)
  // With the last one all rows before it are written.
  sheet.lastRow!.commit()
}

/** Each column with a list of choices offers it, for the members and for lines that are added below. */
function offerChoices(sheet: Sheet, { members, on }: InputFile): void {
  const lists = new Map(inputFileDictionaries(on).map(({ list, sheet: name, items }) => [list, `${name}!$B$2:$B$${items.length + 1}`]))
  const rules = sheet as unknown as { dataValidations: { add(range: string, rule: object): void } }
  for (const { letter, list } of inputFileColumns) {
    const choices = list && inputFileChoices[list]
    const formula = choices ? `"${choices.join(',')}"` : list && lists.get(list)
    if (formula) rules.dataValidations.add(`${letter}${FIRST_ROW}:${letter}${FIRST_ROW + members.length + SPARE_ROWS}`, { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [formula] })
  }
}

function* rowsOf(members: readonly InputFileMember[]): Generator<readonly WorkbookCell[]> {
  let number = 0
  for (const member of members) {
    const cells = inputFileCells(member)
    number += 1
    // A blank stays a blank cell: nothing is made up, and nothing stands where nothing is known.
    yield letters.map((letter) => (letter === first ? String(number) : cells[letter] || null))
  }
}

function writeDictionaries(book: Book, on: PlainDate): void {
  for (const { sheet: name, items } of inputFileDictionaries(on)) {
    const sheet = book.addWorksheet(name, { state: 'hidden' })
    sheet.columns = [{ width: 9, style: { numFmt: TEXT } }, { width: 34, style: { numFmt: TEXT } }]
    sheet.addRow([frame.code, frame.name]).commit()
    for (const { code, name: item } of items) sheet.addRow([code, cellText(item)]).commit()
    sheet.commit()
  }
}

/** The national input file 4.0: its frame, headings and hidden lists of choices; every cell of a member is a text, never a formula. */
export function writeInputFile(file: InputFile): Promise<Readable> {
  return streamedWorkbook(async (book, pause) => {
    Object.assign(book, { creator: file.madeBy, title: file.foot })
    const sheet = book.addWorksheet(frame.sheet, {
      views: [{ state: 'frozen', xSplit: 3, ySplit: FIRST_ROW - 1 }],
      pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${HEADING_ROWS[0]}:${HEADING_ROWS[1]}` },
      headerFooter: { oddFooter: `&L${file.foot.replaceAll('&', '&&')}&R&P/&N` },
    })
    sheet.columns = inputFileColumns.map(({ width }) => ({ width, style: { numFmt: TEXT } }))
    writeFrame(sheet, file)
    await writeRows(sheet, rowsOf(file.members), pause)
    offerChoices(sheet, file)
    sheet.commit()
    writeDictionaries(book, file.on)
  })
}
