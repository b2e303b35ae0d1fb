import { useState } from 'react'
import { AppLink, Button, Box, Columns, FailureBox, GreyLines, Page, Section, SummaryList, useAddress, useParams, useRead } from '../../../../platform/ui-kit/index.ts'
import { duplicates, ROOM, type Pair } from '../client.ts'
import { day, PartList, partsAgainst, partsFor, PersonLines, ScoreMark } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { ApartForm, JoinForm } from './decide-forms.tsx'
import { SideBySide } from './side-by-side.tsx'

const verdictWords = { different: 'verdictDifferent', joined: 'verdictJoined', parted: 'verdictParted', changed: 'verdictChanged' } as const

/** What keeps the two apart whichever goes on; what depends on that is said when it is chosen. */
const hindrances = ({ obstacles }: Pair) => obstacles.first.filter(({ what }) => obstacles.second.some((other) => other.what === what))

function Obstacles({ pair }: { pair: Pair }) {
  const said = [...new Set(hindrances(pair).map(({ words }) => words))]
  if (said.length === 0) return null
  return <Section title={word('obstacles')}><Box tone="soon">{said.map((words) => <p key={words} className="pair-obstacle">{words}</p>)}</Box></Section>
}

function Evidence({ pair }: { pair: Pair }) {
  return (
    <>
      <Section title={word('evidence')} boxed>
        <ScoreMark {...pair} />
        <h3 className="pair-side">{word('evidenceFor')}</h3>
        <PartList parts={partsFor(pair.parts)} none={word('noFor')} />
        <h3 className="pair-side">{word('evidenceAgainst')}</h3>
        <PartList parts={partsAgainst(pair.parts)} none={word('noAgainst')} />
      </Section>
      {pair.decisions.length > 0 && (
        <Section title={word('decisions')} boxed>
          <SummaryList narrow rows={pair.decisions.map(({ verdict, reason, on, by }) => ({ label: word(verdictWords[verdict]), value: reason ?? '', note: word('decisionLine', { on: day(on), by: by ?? word('machine') }) }))} />
        </Section>
      )}
    </>
  )
}

function Records({ pair }: { pair: Pair }) {
  const address = useAddress()
  const one = (side: 'first' | 'second') => (
    <Section title={word(side === 'first' ? 'colFirst' : 'colSecond')} boxed>
      <PersonLines person={pair[side]} />
      <AppLink to={address('member', { id: pair[side].personId })}>{word('openMember')}</AppLink>
    </Section>
  )
  return <div className="pair-records">{one('first')}{one('second')}</div>
}

function PairPage({ pair }: { pair: Pair }) {
  const address = useAddress()
  const [doing, setDoing] = useState<'apart' | 'join'>()
  const leave = () => setDoing(undefined)
  return (
    <Page alwaysToday title={word('pairOf', { first: pair.first.fullName, second: pair.second.fullName })} crumbs={[{ label: word('menu'), to: address('duplicates') }, { label: word('pair') }]} tools={<Button onClick={() => window.print()}>{word('print')}</Button>}
      acts={!doing && pair.mayDecide && <Button onClick={() => setDoing('apart')}>{word('actApart')}</Button>} main={!doing && pair.mayDecide && hindrances(pair).length === 0 && <Button look="main" onClick={() => setDoing('join')}>{word('actJoin')}</Button>}>
      {doing === 'apart' && <ApartForm pair={pair} onLeave={leave} />}
      {doing === 'join' && <JoinForm pair={pair} onLeave={leave} />}
      <Obstacles pair={pair} />
      <Records pair={pair} />
      <Columns left={<SideBySide pair={pair} />} right={<Evidence pair={pair} />} />
    </Page>
  )
}

/** Two records that look like one person, side by side, with what speaks for and against; the decision. */
export default function PairScreen() {
  const { id } = useParams<{ id: string }>()
  const read = useRead([ROOM, 'pair', id], (signal) => duplicates.findPair({ pairId: id }, { signal }))
  if (read.value?.id === id) return <PairPage key={`${id}-${read.value.version}`} pair={read.value} />
  return <Page alwaysToday title={word('pair')}>{read.failure ? <FailureBox failure={read.failure} onRetry={read.again} /> : <GreyLines />}</Page>
}
