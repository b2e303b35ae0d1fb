import { useState } from 'react'
import type { PlainDate } from '../../../../../kernel/index.ts'
import { ActBox, ComboBox, DayField, dayText, TextField, type ComboItem } from '../../../../../platform/ui-kit/index.ts'
import { members, organisations } from '../../client.ts'
import { word } from '../../words.vi.ts'
import type { ActProps } from './act-props.ts'
import { useMemberAct } from './use-member-act.ts'

const CELLS = ['CHI_BO', 'CB_SH_TAM']

/** Moves a member to another cell of the same grassroots organisation. */
export function MoveForm({ member, onLeave }: ActProps) {
  const [cell, setCell] = useState<ComboItem>()
  const [on, setOn] = useState<PlainDate>()
  const [basis, setBasis] = useState('')
  const act = useMemberAct(members.moveMember, word('moveDone', { cell: cell?.label ?? '' }), onLeave)
  // The second of the line is what stands directly above the cell.
  const above = member.line[1]?.id
  const search = async (text: string, signal: AbortSignal): Promise<ComboItem[]> => {
    const { rows } = await organisations.listTree({ ...(above && { root: above }), ...(text && { search: text }) }, { signal })
    return rows.filter((row) => CELLS.includes(row.type) && row.id !== member.placement?.cellId).map((row) => ({ id: row.id, label: row.name, note: row.code ?? undefined }))
  }
  const check = [{ label: word('moveCell'), value: cell?.label }, { label: word('moveOn'), value: dayText(on) }, { label: word('basis'), value: basis }]
  return (
    <ActBox title={word('moveTitle', { name: member.fullName })} act={act} doing={word('actMove')} check={() => check} onLeave={onLeave}
      onAct={() => void act.run({ id: member.id, cellId: cell!.id, on: on!, basis })}
      required={[['cellId', word('moveCell'), cell !== undefined], ['on', word('moveOn'), on !== undefined], ['basis', word('basis'), basis.trim() !== '']]}>
      <ComboBox name="cellId" label={word('moveCell')} hint={word('moveCellHint')} value={cell} onChange={setCell} search={search} />
      <DayField name="on" label={word('moveOn')} value={on} onChange={setOn} />
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={200} />
    </ActBox>
  )
}
