import { Button, citationText, Section, StatusMark, SummaryList, useDesk } from '../../../../platform/ui-kit/index.ts'
import { dossierEventNames } from '../../../../regulations/index.ts'
import { remakingStateNames } from '../../messages.vi.ts'
import { dossiers, type DossierPage, type Loan } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import type { Begin } from './act-types.ts'

/** Who keeps the dossier and where it lies. */
export function PlaceFacts({ page, onEdit }: { page: DossierPage; onEdit: (() => void) | undefined }) {
  const { dossier, keeping } = page
  if (!dossier) return null
  const { room, cabinet, box, folder } = dossier.place
  const place = [room, cabinet, box, folder].filter(Boolean).join(' · ')
  return (
    <Section title={word('whereItLies')} acts={onEdit && <Button look="quiet" onClick={onEdit}>{word('actDescribe')}</Button>}>
      <SummaryList narrow rows={[
        { label: word('whereItLies'), value: place || word('noPlace') },
        { label: word('keeper'), value: dossier.keeper.name, note: citationText(keeping) },
        { label: word('opened'), value: day(dossier.openedOn), ...(dossier.basis ? { note: dossier.basis } : {}) },
      ]} />
    </Section>
  )
}

/** What happened to the member that asks for papers of its own. */
export function EventFacts({ page }: { page: DossierPage }) {
  const own = page.dossier?.events ?? []
  return (
    <Section title={word('events')}>
      {page.events.length === 0 ? <p className="hint">{word('noEvents')}</p> : (
        <ul>{page.events.map((event) => <li key={event}>{dossierEventNames[event]}{!own.includes(event) && <span className="summary-note"> ({word('fromRegister')})</span>}</li>)}</ul>
      )}
    </Section>
  )
}

/** When what was lent is, or was to be, back. */
export function LoanMark({ loan }: { loan: Pick<Loan, 'returnedOn' | 'dueOn' | 'isLate'> }) {
  if (loan.returnedOn) return <StatusMark shape="done">{word('loanBack', { day: day(loan.returnedOn) })}</StatusMark>
  return loan.isLate ? <StatusMark shape="late">{word('loanLate', { day: day(loan.dueOn) })}</StatusMark> : <StatusMark shape="soon">{word('loanOpen', { day: day(loan.dueOn) })}</StatusMark>
}

/** Back today, in one stroke. */
export function ReturnButton({ loan }: { loan: Pick<Loan, 'id' | 'title' | 'fullName'> }) {
  const { today } = useDesk()
  const act = useDossierAct(dossiers.returnLoan, word('returnDone'))
  return (
    <Button look="quiet" running={act.running} aria-label={`${word('actReturn')}: ${loan.title ?? word('wholeDossier')} – ${loan.fullName}`} onClick={() => void act.run({ loanId: loan.id, returnedOn: today })}>
      {word('actReturn')}
    </Button>
  )
}

export function LoanFacts({ page, mayReturn }: { page: DossierPage; mayReturn: boolean }) {
  return (
    <Section title={word('loansOfDossier')}>
      {page.loans.length === 0 && <p className="hint">{word('noLoans')}</p>}
      {page.loans.map((loan) => (
        <div key={loan.id} className="finding">
          <span>{loan.title ?? word('wholeDossier')} – {loan.borrower}</span>
          <span className="dossier-reason">{loan.purpose}</span>
          <span><LoanMark loan={loan} /> {mayReturn && !loan.returnedOn && <ReturnButton loan={loan} />}</span>
        </div>
      ))}
    </Section>
  )
}

/** Lost papers that are made anew, step by step. */
export function RemakingFacts({ page, begin }: { page: DossierPage; begin: Begin | undefined }) {
  const running = page.remakings.some(({ state, itemId }) => state !== 'finished' && itemId === null)
  return (
    <Section title={word('remakings')} acts={begin && !running && <Button look="quiet" onClick={() => begin('tuong-trinh')}>{word('actRemakeAll')}</Button>}>
      {page.remakings.map((remaking) => (
        <div key={remaking.id} className="finding">
          <span>{remaking.title ?? word('wholeLost')}: {remaking.statement}</span>
          <span><StatusMark shape={remaking.state === 'finished' ? 'done' : 'soon'}>{remakingStateNames[remaking.state]}</StatusMark></span>
          <span className="dossier-reason">{[`${word('statedOn')} ${day(remaking.statedOn)}`, remaking.confirmedOn && `${word('confirmedOn')} ${day(remaking.confirmedOn)} (${remaking.confirmedBasis})`, remaking.finishedOn && `${word('finishedOn')} ${day(remaking.finishedOn)}`].filter(Boolean).join(' · ')}</span>
          {begin && remaking.state === 'stated' && <Button look="quiet" onClick={() => begin('xac-nhan', { remakingId: remaking.id })}>{word('actConfirm')}</Button>}
          {begin && remaking.state === 'confirmed' && <Button look="quiet" onClick={() => begin('thay', { remakingId: remaking.id })}>{word('actFinish')}</Button>}
        </div>
      ))}
    </Section>
  )
}
