import { DueWords, dayText, dueText, LinkButton, PocketCard, PocketPage, StatusMark } from '../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../client.ts'
import { dueOf, stageShape } from '../marks.ts'
import { isBad, linesOf, stateOfLine } from '../paper-line.ts'
import { nameWithYear } from '../people.ts'
import { useRollAhead } from '../use-vote.ts'
import { actWords, ownerNames, stageNames, word } from '../words.vi.ts'
import { BadPaper } from './bad-paper.tsx'
import { ReturnedFile } from './returned-file.tsx'
import { TheRest } from './the-rest.tsx'
import { usePocketLinks } from './use-pocket-links.ts'

/** What stands under the name: returned, or the stage; and until when. */
function Lead({ file }: { file: CaseFile }) {
  const open = file.returns.find((one) => one.isOpen)
  return (
    <>
      <p>
        {open
          ? <StatusMark shape="returned" strong>{word('returnedShort', { day: dayText(open.returnedOn) })}</StatusMark>
          : <StatusMark shape={stageShape(file.stage)}>{stageNames(file.kind, file.stage)}</StatusMark>}
      </p>
      {open && <p>{word('mendBefore', { day: dayText(open.dueOn) })}{file.nextAct && `, ${dueText(dueOf(file.nextAct, file.today))}`}</p>}
    </>
  )
}

/** The next act in one card; its button is the fixed one at the bottom when it is this person's turn. */
function NextCard({ file }: { file: CaseFile }) {
  const next = file.nextAct
  if (!next) return null
  return (
    <PocketCard first mark={<DueWords due={dueOf(next, file.today)} />} title={next.words} note={ownerNames[next.owner]}>
      {null}
    </PocketCard>
  )
}

function missingLines(file: CaseFile) {
  return linesOf(file.checklist.filter((row) => row.neededByNow || row.documents.length > 0)).filter((line) => isBad(line) && stateOfLine(line) !== 'cannotTell')
}

/** Next act, then only what is missing, then the rest folded. */
export function CasePage({ file }: { file: CaseFile }) {
  const links = usePocketLinks(file)
  useRollAhead(file)
  const open = file.returns.find((one) => one.isOpen)
  const returnedHere = open?.toLevel === 'cell' ? open : undefined
  const may = (code: string) => file.acts.some((act) => act.code === code && act.isPossible)
  const next = file.nextAct
  const to = next && may(next.code) ? links.of(next.code) : undefined
  const missing = missingLines(file)
  if (returnedHere) return <ReturnedFile file={file} sent={returnedHere} lead={<Lead file={file} />} />
  return (
    <PocketPage
      title={nameWithYear(file.person)}
      backTo={links.list}
      subject={file.id}
      lead={<Lead file={file} />}
      bottom={to && next ? <LinkButton look="main" to={to}>{actWords[next.code]}</LinkButton> : undefined}
    >
      <NextCard file={file} />
      <h2>{missing.length > 0 ? word('whatMissing', { n: missing.length }) : word('nothingMissing')}</h2>
      {missing.map((line) => <BadPaper key={line.key} file={file} line={line} />)}
      <OtherPocketActs file={file} />
      <TheRest file={file} />
    </PocketPage>
  )
}

/** What else can be done on the phone, as plain buttons. */
function OtherPocketActs({ file }: { file: CaseFile }) {
  const links = usePocketLinks(file)
  const others = file.acts.filter((act) => act.isPossible && act.code !== file.nextAct?.code && links.of(act.code))
  return others.map((act) => <LinkButton key={act.code} to={links.of(act.code)!}>{actWords[act.code]}</LinkButton>)
}
