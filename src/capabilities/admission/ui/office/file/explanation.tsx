import { AppLink, Basis } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { stateOfLine, type PaperLine } from '../../paper-line.ts'
import { toldOf, waitsForVerification } from '../../told.ts'
import { useActLinks } from '../use-act-links.ts'

/** Three parts, always in this order: what is wrong – why, under which rule – what to do. */
export function Explanation({ line, file }: { line: PaperLine; file: CaseFile }) {
  const links = useActLinks(file)
  const may = (code: string) => file.acts.some((act) => act.code === code && act.isPossible)
  const { what, why, citation, todo } = toldOf(line, file)
  const asks = stateOfLine(line) === 'cannotTell'
  const tells = waitsForVerification(line.row) ? 'requestVerification' : 'recordCircumstances'
  const to = asks
    ? may(tells) ? links.of(tells) : undefined
    : line.paper ? (may('replaceDocument') ? links.paper(line.paper) : undefined) : may('recordDocument') ? links.paper({ code: line.row.code }) : undefined
  return (
    <p className="paper-why">
      <strong>{what}</strong> {why && `${why.replace(/\.$/, '')}${citation ? ' – ' : '. '}`}{citation && <><Basis citation={citation} />. </>}
      {to ? <AppLink to={to}>{todo}</AppLink> : todo}.
    </p>
  )
}
