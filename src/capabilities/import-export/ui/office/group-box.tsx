import { useState } from 'react'
import { Button, Select } from '../../../../platform/ui-kit/index.ts'
import type { Answer, Finding, ImportFile } from '../client.ts'
import { kindNames, word } from '../words.vi.ts'
import type { FindingGroup } from './finding-groups.ts'
import { groupReason } from './finding-words.ts'
import { asksAboutPerson, offeredFor, repeatedCells, withCode, withColumnAnswer, withoutCode } from './settling.ts'
import type { SettlingWork } from './use-settling.ts'

const waits = { error: word('errorWaits'), question: word('questionWaits'), warning: word('warningTaken'), proposal: '' } as const

/** One answer for all cells of the column that read the same. */
function ColumnAnswer({ file, cell, work }: { file: ImportFile; cell: { finding: Finding; rows: number; label: string }; work: SettlingWork }) {
  const [chosen, setChosen] = useState('')
  const { finding, rows } = cell
  const offered: { value: Answer['value']; label: string }[] = [...offeredFor(finding, file.preview?.cellNames), ...(asksAboutPerson(finding) ? [] : [{ value: null, label: word('leaveBlank') }])]
  const label = finding.raw === null ? word('columnAnswerBlank', { n: rows }) : word('columnAnswerRaw', { raw: cell.label, n: rows })
  return (
    <div className="import-column-answer">
      <Select name={`column-${finding.column}-${cell.label}`} label={label} value={chosen} onChange={setChosen} choices={offered.map((one, i) => ({ value: String(i), label: one.label }))} />
      {chosen !== '' && (
        <Button look={work.drafts.size ? 'second' : 'main'} running={work.running} onClick={() => void work.send(withColumnAnswer(file.settling, finding, offered[Number(chosen)]!.value))}>
          {word('applyColumn', { n: rows })}
        </Button>
      )}
    </div>
  )
}

type Props = { file: ImportFile; group: FindingGroup; work: SettlingWork; left: boolean; onLeave: (left: boolean) => void; mayWrite: boolean }

function ProposalActs({ file, group, work, left, onLeave }: Props) {
  const { accepted } = file.settling
  const codes = [...new Set((file.preview?.findings ?? []).filter((each) => each.kind === 'proposal').map((each) => each.code))]
  if (accepted === 'all' || accepted.includes(group.code))
    return <Button running={work.running} onClick={() => void work.send(withoutCode(file.settling, group.code, codes))}>{word('dropColumn')}</Button>
  if (group.open === 0) return null
  return (
    <>
      <Button onClick={() => onLeave(!left)}>{word(left ? 'unleave' : 'leave')}</Button>
      <Button look={work.drafts.size ? 'second' : 'main'} running={work.running} onClick={() => void work.send(withCode(file.settling, group.code))}>{word('acceptColumn', { n: group.open })}</Button>
    </>
  )
}

/** What a group of findings means, and what can be done for all its rows at once. */
export function GroupBox(props: Props) {
  const { group, left, onLeave, mayWrite } = props
  const reason = groupReason(group.findings[0]!.message)
  const varied = new Set(group.findings.map((each) => each.message)).size > 1
  const open = group.findings.filter((each) => !each.settled)
  const cells = group.kind === 'question' && mayWrite ? repeatedCells(open).filter(({ finding }) => offeredFor(finding, props.file.preview?.cellNames).length > 0) : []
  return (
    <div className="box import-group-box">
      <div>
        <p><strong>{kindNames[group.kind]}:</strong> {reason || (varied ? group.title : group.findings[0]!.message)}.</p>
        {waits[group.kind] && <p className="hint">{waits[group.kind]}</p>}
        {left && <p className="hint">{word('leaveHint')}</p>}
      </div>
      {mayWrite && (
        <div className="import-group-acts">
          {group.kind === 'proposal' && <ProposalActs {...props} />}
          {group.kind === 'question' && open.length > 0 && <Button onClick={() => onLeave(!left)}>{word(left ? 'unleave' : 'leave')}</Button>}
        </div>
      )}
      {cells.map((cell) => <ColumnAnswer key={`${cell.finding.column} ${cell.label}`} file={props.file} cell={cell} work={props.work} />)}
    </div>
  )
}
