import { AppLink, Button, Columns, Page, StatusMark, useAddress, useAddressState, useIsPast, type Crumb } from '../../../../platform/ui-kit/index.ts'
import { dossiers, type DossierPage } from '../client.ts'
import { bornYear } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { useDossierAct } from './use-dossier-act.ts'
import { Checklist } from './checklist.tsx'
import type { ActName, Begin } from './act-types.ts'
import { DossierAct } from './dossier-acts.tsx'
import { EventFacts, LoanFacts, PlaceFacts, RemakingFacts } from './dossier-facts.tsx'

const empty = { viec: '', giay: '', 'tai-lieu': '', 'khoi-phuc': '', 'ban-quet': '' }

function Head({ page }: { page: DossierPage }) {
  const { required, present, absentWithReason } = page.completeness
  const words = [word('present', { present, required }), absentWithReason > 0 && word('absentCount', { n: absentWithReason })].filter(Boolean).join(' · ')
  if (!page.dossier) return <StatusMark shape="future">{word('stateNone')}</StatusMark>
  return page.isComplete ? <><StatusMark shape="done">{word('complete')}</StatusMark> · {words}</> : <><StatusMark shape="soon">{word('stateIncomplete', { n: required - present - absentWithReason })}</StatusMark> · {words}</>
}

function TakeIn({ page }: { page: DossierPage }) {
  const act = useDossierAct(dossiers.takeInAdmission, ({ takenIn }) => word('takenIn', { n: takenIn }))
  if (!page.dossier || page.toTakeIn === 0 || !page.may.write) return null
  return (
    <p className="box box-soon">
      {word('toTakeIn', { n: page.toTakeIn })} <Button running={act.running} onClick={() => void act.run({ dossierId: page.dossier!.id })}>{word('actTakeIn')}</Button>
    </p>
  )
}

/** The page of one dossier: what it must hold and holds at the left, where it lies and what happened at the right, acts as forms in place. */
export function DossierPageView({ page }: { page: DossierPage }) {
  const [state, set] = useAddressState(empty)
  const address = useAddress()
  const isPast = useIsPast()
  const { person, dossier } = page
  const may = { ...page.may, ...(isPast ? { write: false, lend: false, remake: false } : {}) }
  const crumbs: Crumb[] = [{ label: word('menu'), to: address('dossiers') }, ...(person.organisation ? [{ label: person.organisation }] : []), ...(person.cell ? [{ label: person.cell }] : []), { label: person.fullName }]
  const begin: Begin = (act, about = {}) => {
    set({ viec: act, giay: about.documentType ?? '', 'tai-lieu': about.itemId ?? '', 'khoi-phuc': about.remakingId ?? '', 'ban-quet': about.scanId ?? '' })
    window.scrollTo({ top: 0 })
  }
  const leave = () => set(empty)
  const open = !dossier && may.write && state.viec !== 'lap'
  return (
    <Page title={person.fullName} note={bornYear(person.bornOn)} crumbs={crumbs} summary={<Head page={page} />}
      tools={<><Button onClick={() => window.print()}>{word('print')}</Button><AppLink to={address('member', { id: person.id })}>{word('memberPage')}</AppLink></>}
      main={open && <Button look="main" onClick={() => begin('lap')}>{word('actOpen')}</Button>}
      acts={dossier && !state.viec && (
        <>
          {may.write && <Button onClick={() => begin('quet')}>{word('actScans')}</Button>}
          {may.write && <Button onClick={() => begin('ghi')}>{word('actRecordOther')}</Button>}
          {may.lend && <Button onClick={() => begin('cho-muon')}>{word('actLendAll')}</Button>}
        </>
      )}>
      {state.viec && <DossierAct act={state.viec as ActName} page={{ ...page, may }} documentType={state.giay} itemId={state['tai-lieu']} remakingId={state['khoi-phuc']} scanId={state['ban-quet']} onLeave={leave} />}
      {!dossier && !state.viec && <p>{word('notOpened')}</p>}
      <TakeIn page={{ ...page, may }} />
      <Columns
        left={<Checklist page={{ ...page, may }} begin={begin} />}
        right={dossier && (
          <>
            <PlaceFacts page={page} onEdit={may.write ? () => begin('mo-ta') : undefined} />
            <EventFacts page={page} />
            <LoanFacts page={page} mayReturn={may.lend} />
            <RemakingFacts page={page} begin={may.remake ? begin : undefined} />
          </>
        )}
      />
    </Page>
  )
}
