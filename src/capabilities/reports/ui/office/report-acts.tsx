import { useState } from 'react'
import { ActBox, Checkbox, keepFile, TextField, useAct, useTell } from '../../../../platform/ui-kit/index.ts'
import { afterAct, reports, type ReportPage } from '../client.ts'
import { word } from '../words.vi.ts'

type Props = { report: ReportPage; onLeave: () => void }

/** Submits the tables as counted now; once more only with a reason. */
export function SubmitForm({ report, onLeave }: Props) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const again = report.state !== 'missing'
  const missing = report.isAbove ? report.missing : []
  const asks = again ? word('submitReason') : missing.length > 0 ? word('missingReason') : undefined
  const act = useAct(reports.submitReport, { refresh: afterAct, onDone: () => { tell(word('submitted')); onLeave() } })
  const doing = word(again ? 'submitAgain' : 'submit')
  return (
    <ActBox title={doing} act={act} doing={doing} onLeave={onLeave} required={asks ? [['reason', asks, reason.trim() !== '']] : []}
      onAct={() => void act.run({ periodId: report.period.id, organisationId: report.organisationId, version: report.version, ...(reason.trim() ? { reason } : {}) })}>
      <p className="hint">{report.isAbove ? word('submitAboveHint', { n: report.included }) : word('submitHint')}</p>
      {missing.length > 0 && <p>{word('submitMissing', { names: missing.map(({ name }) => name).join(', ') })}</p>}
      {asks && <TextField name="reason" label={asks} value={reason} onChange={setReason} maxLength={300} />}
    </ActBox>
  )
}

/** Approves what waits, or gives it back with a reason; what is approved already is wanted corrected. */
export function DecideForm({ report, approves, onLeave }: Props & { approves: boolean }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const corrects = !approves && report.state === 'approved'
  const act = useAct(reports.decideReport, { refresh: afterAct, onDone: () => { tell(word(approves ? 'approved' : corrects ? 'correctionAsked' : 'returned')); onLeave() } })
  const doing = word(approves ? 'approve' : corrects ? 'askCorrection' : 'giveBack')
  const label = word(corrects ? 'correctionReason' : 'backReason')
  return (
    <ActBox title={doing} act={act} doing={doing} onLeave={onLeave} required={approves ? [] : [['reason', label, reason.trim() !== '']]}
      onAct={() => void act.run({ reportId: report.reportId!, version: report.version, approves, ...(reason.trim() ? { reason } : {}) })}>
      {approves ? <p className="hint">{word('approveHint', { n: report.submissions.length })}</p> : <TextField name="reason" label={label} {...(corrects ? { hint: word('correctionHint') } : {})} value={reason} onChange={setReason} maxLength={300} />}
    </ActBox>
  )
}

/** Takes the whole set of tables out; the reason is written down. */
export function ExportForm({ which, until, onLeave }: { which: { periodId: string; organisationId: string; submissionId?: string; counted?: boolean }; until: string; onLeave: () => void }) {
  const tell = useTell()
  const [reason, setReason] = useState('')
  const [outside, setOutside] = useState(false)
  const act = useAct(() => reports.exportReport({ ...which, outside, reason }), { onDone: (file) => { keepFile(file as unknown as Blob, `bao-cao-thong-ke-${until}.xlsx`); tell(word('exportDone')); onLeave() } })
  return (
    <ActBox title={word('exportSet')} act={act} doing={word('exportTake')} onLeave={onLeave} onAct={() => void act.run(undefined)} required={[['reason', word('exportReason'), reason.trim() !== '']]}>
      <TextField name="reason" label={word('exportReason')} hint={word('exportHint')} value={reason} onChange={setReason} maxLength={300} />
      <Checkbox name="outside" label={word('exportOutside')} checked={outside} onChange={setOutside} />
    </ActBox>
  )
}
