import type { Citation } from '../../kernel/index.ts'
import { AppLink } from './app-link.tsx'
import { useAddress } from './kit.tsx'
import { say } from './say.ts'
import { StatusIcon } from './status-mark.tsx'

/** `Quy định 29-QĐ/TW, điểm 4.3.1` without the day in brackets. */
export function citationText(citation: Citation): string {
  const title = citation.title.replace(/\s*\([^)]*\)$/, '')
  return citation.clause ? `${title}, ${citation.clause}` : title
}

function useRulesAddress(citation: Citation): string | undefined {
  const address = useAddress()
  try {
    return address('rules', {}, { 'van-ban': citation.instrument })
  } catch {
    return undefined
  }
}

/** A citation as a link to the page of rules; one that was not read in the original says so, with ◐. */
export function Basis({ citation, labelled }: { citation: Citation; labelled?: boolean }) {
  const to = useRulesAddress(citation)
  const text = citationText(citation)
  return (
    <span className="basis">
      {labelled && `${say('ui.basis')}: `}
      {to ? <AppLink to={to}>{text}</AppLink> : text}
      {citation.certainty !== 'verified' && (
        <span className="basis-unconfirmed">
          {' '}
          <StatusIcon shape="soon" /> ({say('ui.basis.unconfirmed')})
        </span>
      )}
    </span>
  )
}
