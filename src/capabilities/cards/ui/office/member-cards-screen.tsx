import { Basis, Button, LoadedPage, Page, Section, StatusMark, SummaryList, useAddress, useAddressState, useDesk, useParams, useRead, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { cardActNames, cardKindNames, cardStateNames, causeNames } from '../../messages.vi.ts'
import { cards, ROOM, type CardsOf } from '../client.ts'
import { word } from '../words.vi.ts'
import { cardShapes, day } from './card-tables.tsx'
import { ConcludeForm, DropForm, GiveBackForm, HandOverForm, LossForm, ProposeOneForm, WithdrawForm } from './member-forms.tsx'

const empty = { viec: '', dong: '' }
type Card = CardsOf['cards'][number]
type Open = (viec: string, dong: string) => void

const lines = (texts: readonly (string | false | null | undefined)[]) => texts.filter(Boolean).map((text, i) => <div key={i} className="hint">{text}</div>)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** What may be done with a card as it stands. */
function CardActs({ card, page, open }: { card: Card; page: CardsOf; open: Open }) {
  const { may, person } = page
  const button = (viec: string, label: string) => <><Button look="quiet" onClick={() => open(viec, card.id)}>{label}</Button>{' '}</>
  return (
    <>
      {card.state === 'decided' && may.handOver && button('trao', word('actHand'))}
      {(card.state === 'proposed' || card.state === 'decided') && may.propose && button('bo', word('actDrop'))}
      {card.state === 'held' && !person.isMember && may.withdraw && button('thu', word('actWithdraw'))}
      {card.state === 'withdrawn' && person.isMember && may.withdraw && button('tra-lai', word('actGiveBack'))}
    </>
  )
}

function cardRow(card: Card, page: CardsOf, open: Open | undefined): SummaryRow {
  return {
    label: card.number ?? word('noNumberYet'),
    value: <><StatusMark shape={cardShapes[card.state]}>{cardStateNames[card.state]}</StatusMark> · {cardKindNames[card.kind]}{card.cause && `, ${causeNames[card.cause].toLowerCase()}`}{lines([
      card.formerNumber && card.formerNumber !== card.number && word('former', { number: card.formerNumber }), card.note,
      card.decisionNumber && word('byDecision', { number: card.decisionNumber, day: day(card.decidedOn), by: card.issuedBy ?? '' }),
      card.handedOn && word('handed', { day: day(card.handedOn), by: card.receivedBy ?? '' }),
      card.endedOn && card.endedReason && word('ended', { state: cardStateNames[card.state], day: day(card.endedOn), reason: card.endedReason }),
      card.steps.map(({ occurredOn, act }) => word('stepLine', { day: day(occurredOn), act: capital(cardActNames[act]) })).join(' · ')])}</>,
    act: open && <CardActs card={card} page={page} open={open} />,
  }
}

function lossRow(loss: CardsOf['losses'][number], page: CardsOf, open: Open | undefined): SummaryRow {
  const state = loss.outcome === null ? 'lossOpen' : loss.outcome === 'found' ? 'lossFound' : 'lossLost'
  return {
    label: day(loss.reportedOn),
    value: <><StatusMark shape={loss.outcome === null ? 'today' : 'done'}>{word(state)}</StatusMark>{lines([
      word('lossLine', { lost: day(loss.lostOn), reported: day(loss.reportedOn), text: loss.circumstances }), loss.concludedOn && word('lossConcluded', { day: day(loss.concludedOn), paper: loss.conclusionPaper ?? '' })])}</>,
    act: open && loss.outcome === null && page.may.concludeLoss && <Button look="quiet" onClick={() => open('ket-luan', loss.id)}>{word('actConclude')}</Button>,
  }
}

function OpenForm({ page, viec, dong, onLeave }: { page: CardsOf; viec: string; dong: string; onLeave: () => void }) {
  const { person, may } = page
  const card = page.cards.find(({ id }) => id === dong)
  const loss = page.losses.find(({ id }) => id === dong)
  switch (viec) {
    case 'phat': return may.propose && <ProposeOneForm personId={person.id} wish="first" onLeave={onLeave} />
    case 'doi': return may.propose && <ProposeOneForm personId={person.id} wish="exchange" onLeave={onLeave} />
    case 'cap-lai': return may.propose && <ProposeOneForm personId={person.id} wish="reissue" onLeave={onLeave} />
    case 'bao-mat': return may.recordLoss && <LossForm personId={person.id} onLeave={onLeave} />
    case 'trao': return card && may.handOver && <HandOverForm card={card} fullName={person.fullName} onLeave={onLeave} />
    case 'bo': return card && may.propose && <DropForm card={card} onLeave={onLeave} />
    case 'thu': return card && may.withdraw && <WithdrawForm card={card} mayKeep={person.endKind === 'death'} onLeave={onLeave} />
    case 'tra-lai': return card && may.withdraw && <GiveBackForm card={card} onLeave={onLeave} />
    case 'ket-luan': return loss && may.concludeLoss && <ConcludeForm loss={loss} onLeave={onLeave} />
    default: return null
  }
}

type Rule = CardsOf['rules']['keepsNumber']
const RuleLine = ({ label, rule }: { label: string; rule: Rule }) => <p className="hint">{label}: {rule.value} <Basis citation={rule.citation} /></p>

/** Acts on the person as things stand: none while a card is under way. */
function PageActs({ page, open }: { page: CardsOf; open: Open }) {
  const { may, person, number } = page
  const states = page.cards.map(({ state }) => state)
  const isUnderWay = states.some((state) => state === 'proposed' || state === 'decided')
  const hasCard = states.includes('held') || (states.length === 0 && number !== null)
  const isMissing = page.losses.some(({ outcome }) => outcome === null)
  const isLost = page.cards.find(({ number: each }) => each !== null)?.state === 'lost'
  if (!person.isMember) return null
  return (
    <>
      {may.propose && !isUnderWay && !hasCard && !isLost && person.isFull && <Button onClick={() => open('phat', '')}>{word('actFirst')}</Button>}
      {may.propose && !isUnderWay && hasCard && !isMissing && <Button onClick={() => open('doi', '')}>{word('actExchange')}</Button>}
      {may.propose && !isUnderWay && isLost && <Button onClick={() => open('cap-lai', '')}>{word('actReissue')}</Button>}
      {may.recordLoss && hasCard && !isMissing && <Button onClick={() => open('bao-mat', '')}>{word('actLoss')}</Button>}
    </>
  )
}

function CardsPage({ page }: { page: CardsOf }) {
  const address = useAddress()
  const { asOf, knownAt } = useDesk()
  const [state, set] = useAddressState(empty)
  const open: Open | undefined = asOf || knownAt ? undefined : (viec, dong) => set({ viec, dong })
  return (
    <Page title={word('pageTitle', { name: page.person.fullName })} crumbs={[{ label: page.person.fullName, to: address('member', { id: page.person.id }) }, { label: word('pageCrumb') }]}
      summary={[[page.person.cell, page.person.organisation].filter(Boolean).join(' – '), page.number ? `${word('numberNow')}: ${page.number}` : word('noNumber')].filter(Boolean).join(' · ')}
      acts={open && <PageActs page={page} open={open} />}
      tools={<Button onClick={() => window.print()}>{word('print')}</Button>}>
      {open && <OpenForm page={page} viec={state.viec} dong={state.dong} onLeave={() => set({ viec: '', dong: '' })} />}
      <Section title={word('cards')} boxed>
        {page.cards.length ? <SummaryList rows={page.cards.map((card) => cardRow(card, page, open))} /> : <p>{word('noCards')}</p>}
        <p className="hint">{word('oldNumbers')}</p>
        <RuleLine label={word('ruleKeeps')} rule={page.rules.keepsNumber} />
        {page.person.endKind === 'death' && <RuleLine label={word('ruleFamily')} rule={page.rules.keptByFamily} />}
      </Section>
      <Section title={word('losses')} boxed>{page.losses.length ? <SummaryList rows={page.losses.map((loss) => lossRow(loss, page, open))} /> : <p>{word('noLosses')}</p>}</Section>
    </Page>
  )
}

/** Every card of a member, what was done to it, and the acts on it. */
export default function MemberCardsScreen() {
  const { id } = useParams()
  const { asOf, knownAt } = useDesk()
  const read = useRead([ROOM, 'of', id, asOf, knownAt], (signal) => cards.findMemberCards({ personId: id!, ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) }, { signal }))
  return <LoadedPage read={read} title={word('title')} isThis={({ person }) => person.id === id}>{(page) => <CardsPage page={page} />}</LoadedPage>
}
