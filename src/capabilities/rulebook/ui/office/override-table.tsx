import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, DataTable, dayText, Form, say, Section, TextField, useAct, useTell, type Column } from '../../../../platform/ui-kit/index.ts'
import { rulebook, ROOM, type Rule, type RuleOverride } from '../client.ts'
import { word } from '../words.vi.ts'

type Row = RuleOverride & { title: string }

function WithdrawForm({ row, onClose }: { row: Row; onClose: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct(rulebook.withdrawOverride, { refresh: [[ROOM]], onDone: () => { tell(word('withdrawn')); onClose() } })
  const missing = !reason.trim()
  const submit = () => {
    setTried(true)
    if (!missing) void act.run({ id: row.id, reason })
  }
  return (
    <Form onSubmit={submit} failure={act.failure} {...(tried && missing ? { errors: [{ field: 'reason', text: say('ui.fieldMissing', { field: word('withdrawReason') }) }] } : {})}
      acts={<><Button type="submit" running={act.running}>{word('withdraw')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <TextField name="reason" label={word('withdrawReason')} value={reason} onChange={setReason} maxLength={300} />
    </Form>
  )
}

/** Values that the administrator put in place of unconfirmed ones, each with its paper; they can be withdrawn. */
export function OverrideTable({ rules, mayWithdraw }: { rules: readonly Rule[]; mayWithdraw: boolean }) {
  const [withdrawing, setWithdrawing] = useState<string>()
  const rows: Row[] = rules.flatMap((rule) => rule.overrides.map((override) => ({ ...override, title: rule.title })))
  const columns: Column<Row>[] = [
    { id: 'rule', title: word('columnRule'), width: '30%', cell: (row) => row.title },
    { id: 'value', title: word('columnValue'), cell: (row) => <strong>{row.words}</strong> },
    { id: 'from', title: word('columnFrom'), tight: true, cell: (row) => dayText(row.from as PlainDate) },
    { id: 'basis', title: word('columnBasis'), cell: (row) => `${row.instrument}, ${row.clause}` },
    { id: 'reason', title: word('columnReason'), cell: (row) => row.reason },
    { id: 'who', title: word('columnWho'), cell: (row) => row.enteredBy ?? say('ui.number.unknown') },
  ]
  const act: Column<Row> = {
    id: 'act', title: word('withdraw'),
    cell: (row) => <Button look="quiet" aria-label={word('withdrawOf', { rule: row.title })} onClick={() => setWithdrawing(row.id)}>{word('withdraw')}</Button>,
  }
  return (
    <Section title={word('overridesTitle')}>
      <DataTable caption={word('overridesTitle')} columns={mayWithdraw ? [...columns, act] : columns} rows={rows} rowKey={(row) => row.id}
        rowNote={(row) => row.id === withdrawing && mayWithdraw && <WithdrawForm row={row} onClose={() => setWithdrawing(undefined)} />} />
    </Section>
  )
}
