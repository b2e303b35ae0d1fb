import { dayText } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { linesOf, stateOfLine } from '../../paper-line.ts'
import { documentStateNames, word } from '../../words.vi.ts'

/** The list of papers as it is handed over: every paper with its day and pages, and where giver and receiver sign. Only printed. */
export function PrintedList({ file }: { file: CaseFile }) {
  const lines = linesOf(file.checklist.filter((row) => row.state !== 'notRequired' && row.state !== 'notYet'))
  return (
    <div className="printed-list" aria-hidden="true">
      <p className="printed-title">{word('printTitle')}</p>
      <p>{[file.cell.name, file.section?.name, file.grassroots.name].filter(Boolean).join(', ')}</p>
      <table className="data-table">
        <thead>
          <tr>{[word('printNo'), word('colForm'), word('colTitle'), word('documentNumber'), word('colDated'), word('colPages'), word('colState')].map((title) => <th key={title} scope="col">{title}</th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <tr key={line.key}>
              <td>{i + 1}</td>
              <td>{line.row.formMark}</td>
              <td>{[line.row.title, line.paper?.subject?.name].filter(Boolean).join(' – ')}</td>
              <td>{line.paper?.number}</td>
              <td>{line.paper?.datedOn && dayText(line.paper.datedOn)}</td>
              <td className="number-cell">{line.paper?.pages}</td>
              <td>{documentStateNames[stateOfLine(line)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="signatures">
        <p>{word('printGiver')}</p>
        <p>{word('printReceiver')}</p>
      </div>
    </div>
  )
}
