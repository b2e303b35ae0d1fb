import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { AppLink, dayText, Drawer, Loaded, NumberLine, NumberLink, StatusMark, useAddress, useRead } from '../../../../platform/ui-kit/index.ts'
import { kindNames } from '../../messages.vi.ts'
import { reminders, ROOM, type LastWeekRow, type WorkList } from '../client.ts'
import { placeName, subjectName, useSubjectAddress } from '../work-row.ts'
import { word } from '../words.vi.ts'
import { groupSlugs, keptSearch, type WorkState } from './use-work.ts'

type Shown = 'all' | LastWeekRow['effect']

/** The names behind the line of last week's reminders. */
function LastWeekNames({ shown, organisationId }: { shown: Shown; organisationId: string }) {
  const input = organisationId ? { organisationId } : {}
  const read = useRead([ROOM, 'lastWeek', input], (signal) => reminders.listLastWeek(input, { signal }))
  const addressOf = useSubjectAddress()
  return (
    <Loaded read={read}>
      {({ rows }) => (
        <ul className="work-names">
          {rows.filter((row) => shown === 'all' || row.effect === shown).map((row) => (
            <li key={`${row.kind} ${row.subjectId}`}>
              <AppLink to={addressOf(row)}>{subjectName(row)}</AppLink> · {placeName(row)}
              <span className="hint">{kindNames[row.kind]}: {row.nextAct} · {dayText(row.on as PlainDate)}</span>
              <StatusMark shape={row.effect === 'moved' ? 'done' : 'soon'}>{word(row.effect)}</StatusMark>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  )
}

function LastWeek({ lastWeek, organisationId }: { lastWeek: WorkList['lastWeek']; organisationId: string }) {
  const [shown, setShown] = useState<Shown>()
  if (lastWeek.reminded === 0) return <>{word('lastWeekNone')}</>
  return (
    <>
      {word('lastWeek')} <NumberLink count={lastWeek.reminded} word={word('lastWeekAll')} onOpen={() => setShown('all')} />
      {': '}<NumberLink count={lastWeek.moved} word={word('lastWeekMoved')} onOpen={() => setShown('moved')} />
      {', '}<NumberLink count={lastWeek.unchanged} word={word('lastWeekUnchanged')} onOpen={() => setShown('unchanged')} />
      <Drawer open={shown !== undefined} onClose={() => setShown(undefined)} title={word('lastWeekTitle', { day: dayText(lastWeek.from as PlainDate) })}
        note={shown && shown !== 'all' ? word(shown) : undefined}>
        {shown && <LastWeekNames shown={shown} organisationId={organisationId} />}
      </Drawer>
    </>
  )
}

/** Three numbers, each the list behind it, and what last week's reminding did. */
export function WorkNumbers({ list, state }: { list: WorkList; state: WorkState }) {
  const address = useAddress()
  return (
    <NumberLine aside={<LastWeek lastWeek={list.lastWeek} organisationId={state['to-chuc']} />}>
      {(['late', 'today', 'soon'] as const).map((group) => (
        <NumberLink key={group} size="key" {...(list.counts[group] > 0 ? { shape: group } : {})} count={list.counts[group]} word={word(group)} to={address('work', {}, { ...keptSearch(state), nhom: groupSlugs[group] })} />
      ))}
    </NumberLine>
  )
}
