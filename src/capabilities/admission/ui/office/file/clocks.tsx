import { ClockBar, dayText, DueWords, dueText, Section, StatusMark } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile, Clock } from '../../client.ts'
import { dueOf } from '../../marks.ts'
import { ownerNames, word } from '../../words.vi.ts'
import { Rules } from '../rules.tsx'

const heldDays = ({ from, until }: Clock['heldBy'][number]): string =>
  until ? word('fromUntil', { from: dayText(from), until: dayText(until) }) : word('fromOnly', { from: dayText(from) })

const dueOfClock = (clock: Clock, file: CaseFile) =>
  dueOf({ dueOn: clock.dueOn, isLate: clock.isLate, counting: clock.counting, workingDaysLeft: clock.counting === 'workingDays' ? clock.remaining : null }, file.today)

/** A file that was away to be mended has two readings of its limit; both are said. */
function TwoReadings({ clock, file }: { clock: Clock; file: CaseFile }) {
  const other = clock.withoutReturned
  if (!other) return null
  const rule = dueText(dueOfClock(clock, file))
  const without = dueText(dueOf({ dueOn: other.dueOn, isLate: other.isLate, counting: 'workingDays', workingDaysLeft: (clock.limit ?? 0) - other.elapsed }, file.today))
  return (
    <p>
      {word('byRule', { words: rule })} {word('withoutReturned', { n: other.returnedWorkingDays, words: `${without}, ${word('dueOn', { day: dayText(other.dueOn) })}` })}
    </p>
  )
}

function OpenClock({ clock, file }: { clock: Clock; file: CaseFile }) {
  const split = clock.limit !== null && clock.heldBy.length > 0
  return (
    <div className="clock-block">
      {split ? (
        <ClockBar
          title={clock.title}
          total={clock.limit!}
          parts={clock.heldBy.map((part) => ({ holder: part.returned ? word('returnedPart', { owner: ownerNames[part.owner] }) : ownerNames[part.owner], workingDays: part.workingDays, note: heldDays(part) }))}
        />
      ) : (
        <p><strong>{clock.title}</strong></p>
      )}
      <p>
        {clock.kind === 'probation' && clock.isLate
          ? <StatusMark shape="done" plain>{word('probationOver', { day: dayText(clock.dueOn) })}</StatusMark>
          : <DueWords due={dueOfClock(clock, file)} day="worded" />}
      </p>
      {clock.extension && <p>{word('extended', { day: dayText(clock.extension.until), n: clock.extension.workingDays })}</p>}
      <TwoReadings clock={clock} file={file} />
      <p className="clock-basis"><Rules rules={clock.rules} /></p>
    </div>
  )
}

function DoneClock({ clock }: { clock: Clock }) {
  const late = clock.isLate
  return (
    <p>
      {clock.title}: <StatusMark shape="done" plain>
        {word(late ? 'clockLateDone' : 'clockDone', { day: dayText(clock.doneOn), due: dayText(clock.dueOn) })}
      </StatusMark>
    </p>
  )
}

/** The limits that run, split by who had the file; those that are over in one line each. */
export function Clocks({ file }: { file: CaseFile }) {
  const open = file.clocks.filter((clock) => clock.doneOn === null)
  const done = file.clocks.filter((clock) => clock.doneOn !== null)
  return (
    <Section title={word('clocks')} boxed>
      <div className="clocks">
        {file.clocks.length === 0 && <p>{word('clocksNone')}</p>}
        {open.map((clock, i) => <OpenClock key={i} clock={clock} file={file} />)}
        {done.length > 0 && <div className="clock-block">{done.map((clock, i) => <DoneClock key={i} clock={clock} />)}</div>}
      </div>
    </Section>
  )
}
