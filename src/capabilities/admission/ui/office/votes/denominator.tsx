import { useState } from 'react'
import { AppLink, dayText, Drawer, Loaded, NumberLink, Section, useAddress } from '../../../../../platform/ui-kit/index.ts'
import type { Roll } from '../../client.ts'
import { committeeNameOf } from '../../../../organisations/ui/index.ts'
import { excludedByReason } from '../../tally.ts'
import { word } from '../../words.vi.ts'
import { RuleWords } from '../rules.tsx'
import type { VoteForm } from '../../use-vote.ts'

/** The reason of those who are exempt and were taken as absent: whether they came is said here. */
const EXEMPT = 'exemptAndAbsent'

function Row(props: { label: React.ReactNode; number: React.ReactNode; act?: React.ReactNode; strong?: boolean; quiet?: boolean }) {
  return (
    <tr className={props.strong ? 'row-strong' : props.quiet ? 'row-quiet' : undefined}>
      <td>{props.label}</td>
      <td className="number-cell">{props.number}</td>
      <td className="denominator-act">{props.act}</td>
    </tr>
  )
}

function PersonLink({ person }: { person: { personId: string; name: string } }) {
  const address = useAddress()
  return <AppLink to={address('member', { id: person.personId })}>{person.name}</AppLink>
}

function ExcludedRows({ roll, toggle }: { roll: Roll; toggle: (personId: string) => void }) {
  return excludedByReason(roll).flatMap(({ reason, text, people }) => people.map((person) => (
    <Row
      key={person.personId}
      label={<>{word('minus', { reason: text })} – <PersonLink person={person} /></>}
      number="−1"
      act={reason === EXEMPT && (
        <button type="button" className="as-link" aria-label={word('makePresentLabel', { name: person.name })} onClick={() => toggle(person.personId)}>{word('makePresent')}</button>
      )}
    />
  )))
}

function Names({ roll, open, onClose }: { roll: Roll; open: boolean; onClose: () => void }) {
  return (
    <Drawer open={open} onClose={onClose} title={word('rollNames', { day: dayText(roll.on) })} note={`${roll.body.name} · ${word('names', { n: roll.counted.length })}`}>
      <ol className="roll-names">{roll.counted.map((person) => <li key={person.personId}><PersonLink person={person} /></li>)}</ol>
    </Drawer>
  )
}

function Sum({ roll, level, toggle }: { roll: Roll; level: 'cell' | 'committee'; toggle: (personId: string) => void }) {
  const [names, setNames] = useState(false)
  const day = dayText(roll.on)
  const committee = level === 'committee'
  return (
    <>
      <table className="data-table denominator">
        <caption className="visually-hidden">{word('denominatorTitle')}</caption>
        <tbody>
          <Row
            label={committee ? word('rollRowCommittee', { body: committeeNameOf(roll.body.name), day }) : word('rollRow', { day })}
            number={roll.counted.length > 0 ? <NumberLink count={roll.fullMembers} onOpen={() => setNames(true)} label={word('rollNames', { day })} /> : roll.fullMembers}
          />
          <ExcludedRows roll={roll} toggle={toggle} />
          {roll.exempt.filter((person) => person.present).map((person) => (
            <Row key={person.personId} label={<>{word('exemptPresent')} – <PersonLink person={person} /></>} number="0"
              act={<button type="button" className="as-link" aria-label={word('makeAbsentLabel', { name: person.name })} onClick={() => toggle(person.personId)}>{word('makeAbsent')}</button>} />
          ))}
          <Row quiet label={committee ? word('absentCountCommittee') : word('absentCount', { n: roll.probationary })} number="0" />
          <Row strong label={word('denominatorTitle')} number={roll.denominator} />
          <Row strong label={<>{word('required', { share: roll.rule.valueText, n: roll.denominator })} <span className="denominator-basis">– <RuleWords rule={roll.rule} /></span></>} number={roll.required} />
        </tbody>
      </table>
      <Names roll={roll} open={names} onClose={() => setNames(false)} />
    </>
  )
}

/** The number of which the share is taken, as a sum that can be checked by hand, with the names behind it. */
export function Denominator({ vote, level }: { vote: VoteForm; level: 'cell' | 'committee' }) {
  return (
    <Section title={`2. ${word('denominatorTitle')}`}>
      {vote.draft.heldOn ? <Loaded read={vote.roll} lines={5}>{(roll) => <Sum roll={roll} level={level} toggle={vote.toggleExempt} />}</Loaded> : <p className="box">{word('denominatorWait')}</p>}
    </Section>
  )
}
