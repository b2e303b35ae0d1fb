import { Box, DueWords, dayText, LinkButton, NextActBox, StatusMark } from '../../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../../codes.ts'
import { firstNotYet } from '../../acts-shown.ts'
import type { CaseFile, NextAct as Next } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { leftToMend, lineOfReason } from '../../mending.ts'
import { actWords, closeReasonNames, ownerNames, word } from '../../words.vi.ts'
import { RuleWords } from '../rules.tsx'
import { useActLinks, type ActLinks } from '../use-act-links.ts'

type CaseAct = CaseFile['acts'][number]

/** Acts that may stand beside the next one as a second button. */
const beside: readonly ActKind[] = ['returnCase', 'extendDecision', 'submitForDecision', 'sendToDeciding', 'sendUp', 'recordCommitteeVote']

/** Where the next act is done: acts on papers lead to the paper that is named, or to the first one that waits. */
export function linkOfNext(file: CaseFile, next: Next, links: ActLinks): string | undefined {
  const named = next.document && file.checklist.find((row) => row.code === next.document!.code)
  const waiting = file.checklist.find((row) => row.neededByNow && row.documents.some((one) => one.state === 'toCheck'))
  const bad = named?.documents.find((one) => one.state === 'needsWork' || one.isStale)
  if (next.code === 'replaceDocument' && bad) return links.paper(bad)
  if ((next.code === 'recordDocument' || next.code === 'replaceDocument') && next.document) return links.paper({ code: next.document.code })
  if (next.code === 'checkDocument') {
    const paper = waiting?.documents.find((one) => one.state === 'toCheck')
    return paper && links.paper(paper)
  }
  const asked = file.verifications.find((one) => one.repliedOn === null)
  if (next.code === 'recordVerificationReply' && asked) return links.of(next.code, { noi: asked.id })
  return links.of(next.code)
}

/** A file that came back is mended point by point before it is sent again: the first point is the next thing to do. */
function mendFirst(file: CaseFile, links: ActLinks): { to: string; words: string } | undefined {
  const reason = leftToMend(file)[0]
  const line = reason && lineOfReason(file, reason)
  if (!reason) return undefined
  if (!line) return { to: links.of('recordCircumstances')!, words: actWords.recordCircumstances }
  return line.paper ? { to: links.paper(line.paper), words: word('mendPaper') } : { to: links.paper({ code: line.row.code }), words: actWords.recordDocument }
}

const reasonCount = (file: CaseFile) => file.checklist.flatMap((row) => row.documents).filter((paper) => paper.state === 'needsWork' || paper.isStale).length
  + file.checklist.filter((row) => row.neededByNow && row.state === 'missing').length

function buttonWords(file: CaseFile, act: CaseAct): string {
  const n = act.code === 'returnCase' ? reasonCount(file) : 0
  return n > 0 ? word('returnAct', { n }) : actWords[act.code]
}

function NotYet({ file }: { file: CaseFile }) {
  const act = firstNotYet(file)
  const first = act?.reasons[0]
  if (!act || !first) return null
  const rest = act.reasons.length - 1
  return (
    <p>
      {word('notYet', { act: act.words, reason: first.message })} {rest > 0 && <a href="#chua-lam-duoc">{word('notYetMore', { n: rest })}</a>}
    </p>
  )
}

/** “Việc tiếp theo”: what, who, until when, and the one filled button if it is this role's turn. */
export function NextAct({ file }: { file: CaseFile }) {
  const links = useActLinks(file)
  const next = file.nextAct
  if (!next) return <Closed file={file} />
  const main = file.acts.find((act) => act.code === next.code && act.isPossible)
  const mend = main?.code === 'resend' ? mendFirst(file, links) : undefined
  const mainLink = main && (mend?.to ?? linkOfNext(file, next, links))
  const second = file.acts.filter((act) => act.isPossible && act.code !== next.code && beside.includes(act.code) && links.of(act.code)).slice(0, 2)
  return (
    <NextActBox
      title={next.words}
      owner={ownerNames[next.owner]}
      due={next.dueOn ? <DueWords due={dueOf(next, file.today)} day="worded" /> : undefined}
      acts={
        <>
          {second.map((act) => <LinkButton key={act.code} to={links.of(act.code)!}>{buttonWords(file, act)}</LinkButton>)}
          {main && mainLink && <LinkButton look="main" to={mainLink}>{mend?.words ?? buttonWords(file, main)}</LinkButton>}
        </>
      }
    >
      <NotYet file={file} />
      {next.rule && <p className="next-act-rule">{word('rule')}: <RuleWords rule={next.rule} withValue /></p>}
    </NextActBox>
  )
}

function Closed({ file }: { file: CaseFile }) {
  return (
    <Box>
      <StatusMark shape={file.closedOn && file.closeReason ? 'dropped' : 'done'}>
        {file.closedOn && file.closeReason
          ? word('closedLine', { day: dayText(file.closedOn), reason: closeReasonNames[file.closeReason].toLowerCase() })
          : word('nothingNext')}
      </StatusMark>
    </Box>
  )
}

