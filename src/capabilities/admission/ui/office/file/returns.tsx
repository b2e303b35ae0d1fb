import { useState, type ReactNode } from 'react'
import { Box, dayText, DueWords, Section, StatusMark, useIsPast } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile, CaseReturn } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { faultNames, word } from '../../words.vi.ts'
import { OpenCircumstances, type OpenedCircumstances } from '../open-circumstances.tsx'

type Told = OpenedCircumstances['returnReasons']

/** What a reason is about: the paper with its form mark, or the condition. */
const aboutReason = (reason: CaseReturn['reasons'][number]): string => {
  const paper = reason.documentTitle && (reason.formMark ? `${reason.formMark} ${reason.documentTitle}` : reason.documentTitle)
  return paper ?? reason.conditionTitle ?? ''
}

/** The reasons with what was opened of those that are covered. */
const withTold = (reasons: CaseReturn['reasons'], told: Told | undefined): CaseReturn['reasons'] =>
  reasons.map((reason) => ({ ...reason, ...told?.find(({ id }) => id === reason.id) }))

function ReturnReasons({ reasons, told }: { reasons: CaseReturn['reasons']; told: Told | undefined }) {
  return (
    <ol className="return-reasons">
      {withTold(reasons, told).map((reason) => (
        <li key={reason.id}>
          <strong>{aboutReason(reason)}</strong> ({faultNames[reason.kind].toLowerCase()}): {reason.what}. {word('toMend', { todo: reason.todo })}.{' '}
          <StatusMark shape={reason.isMended ? 'done' : 'returned'}>{word(reason.isMended ? 'mended' : 'notMended')}</StatusMark>
        </li>
      ))}
    </ol>
  )
}

function OpenReturn({ sent, file, told, acts }: { sent: CaseReturn; file: CaseFile; told: Told | undefined; acts: ReactNode }) {
  const clock = file.clocks.find((one) => one.kind === 'returned' && one.doneOn === null)
  const due = dueOf({ dueOn: sent.dueOn, isLate: sent.isLate, counting: 'workingDays', workingDaysLeft: clock?.remaining ?? null }, file.today)
  return (
    <Section title={word('returnedOpen', { day: dayText(sent.returnedOn), n: sent.reasons.length })} note={<DueWords due={due} day="worded" />} acts={acts}>
      <Box tone="soon"><ReturnReasons reasons={sent.reasons} told={told} /></Box>
    </Section>
  )
}

/** The open return first and whole; earlier ones in a line each, to be opened. */
export function Returns({ file }: { file: CaseFile }) {
  const open = file.returns.find((one) => one.isOpen)
  const earlier = file.returns.filter((one) => !one.isOpen)
  const isPast = useIsPast()
  const [told, setTold] = useState<Told>()
  const covers = !told && !isPast && file.returns.some(({ reasons }) => reasons.some(({ isCovered }) => isCovered))
  const opener = covers && <OpenCircumstances id={file.id} onOpened={(opened) => setTold(opened.returnReasons)} />
  return (
    <>
      {open && <OpenReturn sent={open} file={file} told={told} acts={opener} />}
      {earlier.length > 0 && (
        <Section title={word('returns')} acts={!open && opener}>
          <Box>
            {earlier.map((one) => (
              <details key={one.id}>
                <summary>{word(one.resentOn ? 'returnedDone' : 'returnedNotResent', { day: dayText(one.returnedOn), n: one.reasons.length, resent: dayText(one.resentOn) })}</summary>
                <ReturnReasons reasons={one.reasons} told={told} />
              </details>
            ))}
          </Box>
        </Section>
      )}
    </>
  )
}

/** What came with the latest sending after a return. */
export function Changes({ file }: { file: CaseFile }) {
  const { changes } = file
  if (!changes) return null
  return (
    <Section title={word('sendingDiff', { n: changes.documents.length })} note={word('sentOn', { day: dayText(changes.sentOn) })}>
      <Box>
        <ul>
          {changes.documents.map((one) => (
            <li key={one.documentId}><StatusMark shape="soon" plain>{word(one.change === 'added' ? 'changeAdded' : 'changeReplaced')}</StatusMark>: <a href={`#giay-${one.code}`}>{one.title}</a></li>
          ))}
        </ul>
      </Box>
    </Section>
  )
}
