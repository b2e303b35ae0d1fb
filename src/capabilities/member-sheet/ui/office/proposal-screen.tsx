import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import {
  Button, Columns, Covered, DataTable, DayField, FailureBox, Form, GreyLines, LinkButton, Page, say, Section, SummaryList, TextArea, TextField, useAct, useAddress, useDesk, useParams, useRead, useTell,
  type Column, type FieldError,
} from '../../../../platform/ui-kit/index.ts'
import { memberSheet, ROOM, type Proposal } from '../client.ts'
import { OpenForm } from '../open-form.tsx'
import { dateText, itemName } from '../said.ts'
import { word, type Word } from '../words.vi.ts'
import { ProposalPhotos } from './photos.tsx'
import { ProposalMark } from './proposals-screen.tsx'
import './sheet.css'

type Change = Proposal['changes'][number]

const afterText = (change: Change) => (change.covered ? <Covered /> : <>{change.after ?? word(change.isList ? 'removed' : 'blank')}{change.since && <span className="summary-note">{word('fromDay', { day: dateText(change.since) })}</span>}</>)

const columns: readonly Column<Change>[] = [
  { id: 'item', title: word('itemColumn'), cell: (change) => itemName(change.item), width: '24%' },
  { id: 'before', title: word('before'), cell: (change) => (change.covered ? <Covered /> : (change.before ?? word('notTold'))) },
  { id: 'after', title: word('after'), cell: afterText },
]

/** What stands beside what is to stand, item by item. */
export const ChangesTable = ({ changes }: { changes: readonly Change[] }) => <DataTable caption={word('changesCaption')} columns={columns} rows={changes} rowKey={(change) => change.entryId ?? change.item} />

function useDone(said: Word) {
  const tell = useTell()
  return { refresh: [[ROOM], ['members']], onDone: () => tell(word(said)) }
}

function ApproveForm({ proposal, onLeave }: { proposal: Proposal; onLeave: () => void }) {
  const { today } = useDesk()
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<PlainDate | undefined>(today)
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(memberSheet.approveProposal, useDone('approveDone'))
  const submit = () => {
    const wrong = [...(number.trim() ? [] : [{ field: 'consentNumber', text: say('ui.fieldMissing', { field: word('consentNumber') }) }]), ...(on ? [] : [{ field: 'consentOn', text: say('ui.fieldMissing', { field: word('consentOn') }) }])]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ proposalId: proposal.id, version: proposal.version, consentNumber: number, consentOn: on! })
  }
  return (
    <Section title={word('approve')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('approve')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
        <p className="hint">{word('approveLead')}</p>
        <TextField name="consentNumber" label={word('consentNumber')} value={number} onChange={setNumber} maxLength={60} />
        <DayField name="consentOn" label={word('consentOn')} value={on} onChange={setOn} />
      </Form>
    </Section>
  )
}

function RefuseForm({ proposal, onLeave }: { proposal: Proposal; onLeave: () => void }) {
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(memberSheet.refuseProposal, useDone('refuseDone'))
  const submit = () => {
    const wrong = reason.trim() ? [] : [{ field: 'reason', text: say('ui.fieldMissing', { field: word('refuseReason') }) }]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ proposalId: proposal.id, version: proposal.version, reason })
  }
  return (
    <Section title={word('refuse')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('refuse')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
        <TextArea name="reason" label={word('refuseReason')} value={reason} onChange={setReason} maxLength={500} />
      </Form>
    </Section>
  )
}

function Facts({ proposal }: { proposal: Proposal }) {
  const kinds = { correction: 'kindCorrection', typingError: 'kindTyping', supplement: 'kindSupplement' } as const
  const rows = [
    { label: word('columnState'), value: <ProposalMark state={proposal.state} />, ...(proposal.decidedOn ? { note: word('decided', { day: dateText(proposal.decidedOn), by: proposal.decidedBy ?? '' }) } : {}) },
    ...(proposal.consentNumber ? [{ label: word('consentNumber'), value: word('consent', { number: proposal.consentNumber, day: dateText(proposal.consentOn) }) }] : []),
    ...(proposal.refusalReason ? [{ label: word('refuseReason'), value: proposal.refusalReason }] : []),
    { label: word('kind'), value: word(kinds[proposal.kind]) }, { label: word('columnReason'), value: proposal.reason }, { label: word('paper'), value: proposal.paper },
    { label: word('columnBy'), value: word('proposedBy', { by: proposal.by ?? '', day: dateText(proposal.proposedOn) }) },
  ]
  return <Section title={word('facts')} boxed><SummaryList rows={rows} narrow /></Section>
}

function ProposalPage({ proposal }: { proposal: Proposal }) {
  const address = useAddress()
  const [doing, setDoing] = useState<'approve' | 'refuse'>()
  const [changes, setChanges] = useState<readonly Change[]>()
  const opening = useAct(memberSheet.openProposal, { onDone: (answer) => setChanges(answer.changes) })
  const withdrawing = useAct(memberSheet.withdrawProposal, useDone('withdrawDone'))
  const { may } = proposal
  const leave = () => setDoing(undefined)
  return (
    <Page alwaysToday title={word('proposal', { name: proposal.fullName })} backToList={address('sheetProposals')} summary={[proposal.cell, proposal.keeper && word('keeperDecides', { name: proposal.keeper })].filter(Boolean).join(' · ')}
      tools={<LinkButton to={address('memberSheet', { id: proposal.personId })}>{word('toSheet')}</LinkButton>}
      acts={!doing && <>{may.withdraw && <Button running={withdrawing.running} onClick={() => void withdrawing.run({ proposalId: proposal.id, version: proposal.version })}>{word('withdraw')}</Button>}{may.decide && <Button onClick={() => setDoing('refuse')}>{word('refuse')}</Button>}</>}
      main={!doing && may.decide && <Button look="main" onClick={() => setDoing('approve')}>{word('approve')}</Button>}>
      {withdrawing.failure && <FailureBox failure={withdrawing.failure} />}
      {doing === 'approve' && may.decide && <ApproveForm proposal={proposal} onLeave={leave} />}
      {doing === 'refuse' && may.decide && <RefuseForm proposal={proposal} onLeave={leave} />}
      <Columns
        left={<><ChangesTable changes={changes ?? proposal.changes} />{may.open && !changes && <Section title={word('openChanges')} boxed><OpenForm running={opening.running} failure={opening.failure} onOpen={({ classes: _c, ...why }) => void opening.run({ proposalId: proposal.id, ...why })} /></Section>}</>}
        right={<><Facts proposal={proposal} /><ProposalPhotos proposal={proposal} /></>}
      />
    </Page>
  )
}

/** One proposed correction: what stands beside what is to stand, and the decision. */
export default function ProposalScreen() {
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'proposal', id], (signal) => memberSheet.findProposal({ proposalId: id }, { signal }))
  if (read.value?.id === id) return <ProposalPage key={`${id}-${read.value.state}`} proposal={read.value} />
  return <Page alwaysToday title={word('proposals')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
