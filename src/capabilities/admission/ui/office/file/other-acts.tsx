import { AppLink, Basis, Section, useIsPast } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import { actsOnTheWay } from '../../acts-shown.ts'
import type { CaseFile } from '../../client.ts'
import { actWords, word } from '../../words.vi.ts'
import { useActLinks } from '../use-act-links.ts'

/** Done on the row of a paper or of a place that was asked, never from a list. */
const onRows: readonly ActKind[] = ['recordDocument', 'replaceDocument', 'checkDocument', 'acceptDocuments', 'attachScan', 'recordVerificationReply']

/** What else can be done, and what cannot be done yet with every reason why not: words, never grey buttons. */
export function OtherActs({ file }: { file: CaseFile }) {
  const links = useActLinks(file)
  const isPast = useIsPast()
  const acts = actsOnTheWay(file)
  const others = acts.filter((act) => act.code !== file.nextAct?.code && !onRows.includes(act.code))
  const possible = others.flatMap((act) => (act.isPossible && links.of(act.code) ? [{ code: act.code, to: links.of(act.code)! }] : []))
  const notYet = acts.filter((act) => !act.isPossible && act.reasons.length > 0 && !onRows.includes(act.code))
  if (isPast || possible.length + notYet.length === 0) return null
  return (
    <Section title={word('otherActs')} boxed>
      <ul className="other-acts">{possible.map(({ code, to }) => <li key={code}><AppLink to={to}>{actWords[code]}</AppLink></li>)}</ul>
      {notYet.length > 0 && (
        <div className="not-yet" id="chua-lam-duoc">
          <h3>{word('notYetTitle')}</h3>
          {notYet.map((act) => (
            <details key={act.code} open={act.reasons.length < 4 && notYet.length < 3}>
              <summary>{act.words} <span className="summary-note">({word('reasonCount', { n: act.reasons.length })})</span></summary>
              <ul>
                {act.reasons.map((reason, i) => (
                  <li key={i}>
                    <ReasonWhat file={file} reason={reason} /> {reason.why} {reason.citation && <><Basis citation={reason.citation} />. </>}{reason.todo}
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      )}
    </Section>
  )
}

/** What is wrong, as a link to the row of the paper that it is about. */
function ReasonWhat({ file, reason }: { file: CaseFile; reason: CaseFile['acts'][number]['reasons'][number] }) {
  const title = reason.facts['title']
  const row = file.checklist.find((one) => one.title === title)
  return row ? <a href={`#giay-${row.code}`}><strong>{reason.message}</strong></a> : <strong>{reason.message}</strong>
}
