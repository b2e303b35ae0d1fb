import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../project-root.ts'
import { Archive, storedArchive } from './archive.ts'
import { defaultLimits } from './limits.ts'
import { parseXlsx } from './parse-xlsx.ts'
import { columnLetter } from './sheets.ts'

const samples = join(projectRoot, 'src/capabilities/import-export/samples')
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'

type Parts = { readonly name: string; readonly content: Buffer }[]

function partsOf(bytes: Buffer): Parts {
  const archive = new Archive(bytes, defaultLimits)
  return archive.entries.filter(({ name }) => !name.endsWith('/')).map(({ name }) => ({ name, content: archive.content(name)! }))
}
const read = (parts: Parts) => parseXlsx(new Archive(storedArchive(parts), defaultLimits))

/** The same workbook with a comment in it, for the sake of which every row and string of it is left to the parser. */
const withComments = (parts: Parts): Parts =>
  parts.map(({ name, content }) => ({ name, content: /sheet\d*\.xml$|sharedStrings\.xml$/.test(name) ? Buffer.from(content.toString('utf8').replace(/(<\?xml[^>]*\?>)?/, '$1<!-- -->')) : content }))

/** A workbook of one sheet with these rows and strings. */
function workbookOf(rows: string, strings = '<si><t>Nông Văn Páo</t></si><si><t>Lò Thị Sim</t></si>'): Parts {
  const part = (name: string, content: string) => ({ name, content: Buffer.from(content) })
  return [
    part('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    part('xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
    part('xl/sharedStrings.xml', `<sst count="2">${strings}</sst>`),
    part('xl/worksheets/sheet1.xml', `${HEAD}<sheetData>${rows}</sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells></worksheet>`),
  ]
}

const texts = (parts: Parts) => read(parts)[0]!.rows.map(({ number, hidden, cells }) => [number, hidden, ...cells.flatMap((cell, column) => (cell ? [`${columnLetter(column)}=${cell.text}`] : []))])

describe('plain rows, taken straight from the text', () => {
  test.each(readdirSync(samples).filter((name) => name.endsWith('.xlsx')))('are what the parser of XML reads in %s', (name) => {
    const parts = partsOf(readFileSync(join(samples, name)))
    expect(read(parts)).toEqual(read(withComments(parts)))
  })

  const plain = '<row r="1" spans="1:2"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>36559</v></c><c r="C1" s="2"/><c r="D1" t="n"><v>4</v></c></row>'

  test.each([
    ['a text in the cell itself', '<row r="2"><c r="A2" t="inlineStr"><is><t>Sùng &amp; Vàng</t></is></c></row>', [2, false, 'A=Sùng & Vàng']],
    ['a formula', '<row r="2"><c r="A2"><f>B1+1</f><v>36560</v></c></row>', [2, false, 'A=36560']],
    ['a hidden row', '<row r="2" hidden="1"><c r="A2"><v>7</v></c></row>', [2, true, 'A=7']],
    ['attributes in another order', '<row r="2"><c t="s" r="A2"><v>1</v></c></row>', [2, false, 'A=Lò Thị Sim']],
    ['blanks between the marks', '<row r="2">\n <c r="A2"><v>7</v></c>\n</row>', [2, false, 'A=7']],
    ['numbers with a point and an exponent', '<row r="2"><c r="A2"><v>-1.5</v></c><c r="B2"><v>2.5E-3</v></c><c r="C2"><v>12345678901234567890</v></c></row>', [2, false, 'A=-1.5', 'B=0.0025', 'C=12345678901234567000']],
    ['an error and a truth', '<row r="2"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="b"><v>1</v></c></row>', [2, false, 'A=#N/A', 'B=true']],
    ['a cell without its address', '<row r="2"><c r="A2"><v>1</v></c><c><v>2</v></c></row>', [2, false, 'A=1', 'B=2']],
  ])('stand beside rows that are not: %s', (_what, odd, expected) => {
    const third = '<row r="3"><c r="B3" t="s"><v>1</v></c></row>'
    const parts = workbookOf(plain + odd + third)
    expect(texts(parts)).toEqual([[1, false, 'A=Nông Văn Páo', 'B=36559', 'D=4'], expected, [3, false, 'B=Lò Thị Sim'], [9, false]])
    expect(read(parts)).toEqual(read(withComments(parts)))
  })

  test('keep their places in the list of strings beside those that are not plain', () => {
    const strings = '<si><t>một</t></si><si><r><t>h</t></r><r><rPr><b/></rPr><t>ai</t></r></si><si><t xml:space="preserve"> ba </t></si><si><t>b&#7889;n</t></si><si><t>n_x0103_m</t></si><si><t/></si><si><t>bảy</t></si>'
    const cells = [0, 1, 2, 3, 4, 5, 6].map((place, i) => `<c r="${'ABCDEFG'[i]}1" t="s"><v>${place}</v></c>`).join('')
    const parts = workbookOf(`<row r="1">${cells}</row>`, strings)
    expect(texts(parts)[0]).toEqual([1, false, 'A=một', 'B=hai', 'C= ba ', 'D=bốn', 'E=năm', 'G=bảy'])
    expect(read(parts)).toEqual(read(withComments(parts)))
  })

  test('that point at a string which does not exist, or stand in a text that is cut off, are refused as ever', () => {
    expect(() => read(workbookOf('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'))).toThrow(/string/)
    expect(() => read(workbookOf(`${plain}<row r="2"><c r="A2"><v>1</v></row>`))).toThrow()
  })
})
