import { useState } from 'react'
import { addDays, type PlainDate } from '../../../../kernel/index.ts'
import { ActBox, Box, Button, countText, DayField, Loaded, RadioRow, say, Select, TextField, useAct, useDesk, useRead, useTell, type Selection } from '../../../../platform/ui-kit/index.ts'
import { roleNames } from '../../../access/ui/index.ts'
import type { AssigneeRole } from '../../codes.ts'
import { reminders, ROOM, type WorkFilters, type WorkRow } from '../client.ts'
import { rowKey } from '../work-row.ts'
import { word } from '../words.vi.ts'

/** As many things as are given in one go. */
const MOST = 200
/** The day that is proposed: a week from now. */
const PROPOSED_DAYS = 7

type Asked = { filters: WorkFilters; selection: Selection; onLeave: () => void }

function AssignForm({ rows, onLeave }: { rows: readonly WorkRow[]; onLeave: () => void }) {
  const { today } = useDesk()
  const tell = useTell()
  const organisationIds = [...new Set(rows.map((row) => row.organisationId))]
  const read = useRead([ROOM, 'assignees', organisationIds], (signal) => reminders.listAssignees({ organisationIds }, { signal }))
  const [way, setWay] = useState('office')
  const [role, setRole] = useState('')
  const [accountId, setAccount] = useState('')
  const [wantedOn, setWanted] = useState<PlainDate | undefined>(addDays(today, PROPOSED_DAYS))
  const [note, setNote] = useState('')
  const act = useAct(reminders.assignWork, { refresh: [[ROOM]], onDone: ({ assigned }) => { tell(word('assignedDone', { n: assigned })); onLeave() } })
  const to = way === 'office' ? { role: role as AssigneeRole } : { accountId }
  const give = () => void act.run({ things: rows.map(({ kind, subjectId }) => ({ kind, subjectId })), ...to, wantedOn: wantedOn!, note })
  return (
    <ActBox title={word('assignTitle', { n: countText(rows.length) })} act={act} doing={word('assign')} onAct={give} onLeave={onLeave}
      required={[way === 'office' ? ['role', word('assignOffice'), role !== ''] : ['accountId', word('assignUser'), accountId !== ''], ['wantedOn', word('wantedOn'), wantedOn !== undefined]]}>
      <Loaded read={read} lines={2}>
        {({ offices, users }) => (
          <>
            <RadioRow name="way" label={word('assignTo')} value={way} onChange={setWay} choices={[{ value: 'office', label: word('wayOffice') }, { value: 'user', label: word('wayUser') }]} />
            {way === 'office'
              ? <Select name="role" label={word('assignOffice')} hint={word('assignOfficeHint')} value={role} onChange={setRole} choices={offices.map((value) => ({ value, label: roleNames[value] }))} />
              : <Select name="accountId" label={word('assignUser')} hint={word('assignUserHint')} value={accountId} onChange={setAccount}
                  choices={users.map((user) => ({ value: user.accountId, label: `${user.fullName} (${roleNames[user.role]}, ${user.placeName})` }))} />}
          </>
        )}
      </Loaded>
      <DayField name="wantedOn" label={word('wantedOn')} value={wantedOn} onChange={setWanted} />
      <TextField name="note" label={word('assignNote')} optional value={note} onChange={setNote} maxLength={400} />
    </ActBox>
  )
}

/** Gives the chosen things, or all that the filters find, to an office or a user. */
export function AssignBox({ filters, selection, onLeave }: Asked) {
  const read = useRead([ROOM, 'chosen', filters], (signal) => reminders.listWork({ ...filters, size: MOST }, { signal }))
  return (
    <Loaded read={read} lines={4}>
      {({ rows, total }) => {
        if (selection.everything && total > MOST) return <Box>{word('assignTooMany', { n: countText(total), most: MOST })} <Button look="quiet" onClick={onLeave}>{say('ui.close')}</Button></Box>
        return <AssignForm rows={selection.everything ? rows : rows.filter((row) => selection.keys.has(rowKey(row)))} onLeave={onLeave} />
      }}
    </Loaded>
  )
}
