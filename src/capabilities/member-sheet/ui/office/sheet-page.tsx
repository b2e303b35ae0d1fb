import { useState } from 'react'
import { Button, clockText, Page, Section, useAddress, useAddressState, useIsPast, type Crumb } from '../../../../platform/ui-kit/index.ts'
import { groupKeys } from '../../codes.ts'
import { className } from '../../messages.vi.ts'
import type { Sheet } from '../client.ts'
import { OpenForm } from '../open-form.tsx'
import { ProposalForm } from '../proposal-form.tsx'
import { useOpened } from '../use-opened.ts'
import { word } from '../words.vi.ts'
import { HistoryDrawer, type HistoryOf } from './history-drawer.tsx'
import { OpeningsDrawer } from './openings-drawer.tsx'
import { SheetGroup } from './sheet-group.tsx'
import { SheetPrint } from './sheet-print.tsx'

const empty = { viec: '', muc: '' }

function useCrumbs(sheet: Sheet): Crumb[] {
  const address = useAddress()
  const places = [...sheet.line].reverse().map((place) => ({ label: place.name, to: address('organisation', { id: place.id }) }))
  return [...places, { label: sheet.fullName, to: address('member', { id: sheet.personId }) }, { label: word('sheet') }]
}

/** Groups that are open when the page is; the others are folded. */
const openAtFirst: readonly string[] = ['numbers', 'person', 'places', 'joining']

function CoveredPart({ opened, left, open, cover, running, failure }: ReturnType<typeof useOpened>) {
  const isPast = useIsPast()
  const mayOpen = left.length > 0 && !isPast
  if (!opened && !mayOpen) return null
  return (
    <details className="sheet-group" open={opened !== undefined || failure !== undefined}>
      <summary><h2>{word('covered')}</h2> – {word('openAct')}</summary>
      <div className="box sheet-covered">
        {opened && (
          <p className="hint" role="status">
            {word('opened', { time: clockText(opened.openedAt), what: opened.classes.map((each) => className[each]).join(', ') })} <Button look="quiet" onClick={cover}>{word('cover')}</Button>
          </p>
        )}
        {mayOpen && <><p className="hint">{word('coveredLead')}</p><OpenForm key={left.join()} classes={left} onOpen={open} running={running} failure={failure} /></>}
      </div>
    </details>
  )
}

/** The sheet as on the form, in groups; the history of a value in a drawer; covered parts opened in place for a reason. */
export function SheetPage({ sheet }: { sheet: Sheet }) {
  const [state, set] = useAddressState(empty)
  const crumbs = useCrumbs(sheet)
  const isPast = useIsPast()
  const opening = useOpened(sheet)
  const [history, setHistory] = useState<HistoryOf>()
  const [showsOpenings, setShowsOpenings] = useState(false)
  const [unfolded, setUnfolded] = useState<readonly string[]>(openAtFirst)
  const leave = () => set(empty)
  const isProposing = state.viec === 'de-nghi' && sheet.may.propose && !isPast
  const everything = unfolded.length === groupKeys.length
  return (
    <Page title={sheet.fullName} note={word('sheetNote')} crumbs={crumbs} summary={sheet.keeper && word('keeper', { name: sheet.keeper.name })}
      tools={<>{sheet.may.listOpenings && <Button onClick={() => setShowsOpenings(true)}>{word('openings')}</Button>}<Button onClick={() => window.print()}>{word('print')}</Button></>}
      acts={sheet.may.propose && !isProposing && <Button onClick={() => set({ viec: 'de-nghi' })}>{word('propose')}</Button>}>
      <div className="sheet-screen">
        {isProposing && (
          <Section title={word('propose')} boxed>
            <p className="hint">{word('proposeLead')}</p>
            <ProposalForm key={state.muc} sheet={opening.shown} first={state.muc || undefined} onDone={leave} onLeave={leave} />
          </Section>
        )}
        {sheet.may.open && <CoveredPart {...opening} />}
        <p><Button look="quiet" onClick={() => setUnfolded(everything ? openAtFirst : groupKeys)}>{word(everything ? 'foldAll' : 'showAll')}</Button></p>
        {groupKeys.map((group) => (
          <SheetGroup key={group} group={group} sheet={opening.shown} open={unfolded.includes(group)} onHistory={setHistory}
            onToggle={(open) => setUnfolded((now) => (open ? [...new Set([...now, group])] : now.filter((each) => each !== group)))} />
        ))}
      </div>
      <SheetPrint sheet={opening.shown} />
      <HistoryDrawer of={history} onClose={() => setHistory(undefined)} />
      {sheet.may.listOpenings && <OpeningsDrawer personId={sheet.personId} open={showsOpenings} onClose={() => setShowsOpenings(false)} />}
    </Page>
  )
}
