import { countText, dayText, decimalText, NumberLink, uncertainDayText, useAddress } from '../../../../platform/ui-kit/index.ts'
import type { UncertainDate } from '../../../../kernel/index.ts'
import { organisationTypeNames } from '../../messages.vi.ts'
import type { Organisation } from '../client.ts'
import { word } from '../words.vi.ts'

/** Kind, code and days, after the name. */
export const noteOf = (one: Organisation): string =>
  [organisationTypeNames[one.type] ?? one.type, one.code && word('code', { code: one.code }), word('since', { day: dayText(one.foundedOn) }), one.endedOn && word('ended', { day: dayText(one.endedOn) })]
    .filter(Boolean).join(' · ')

/** The line of numbers under the name. */
export function Figures({ one }: { one: Organisation }) {
  const address = useAddress()
  const { figures } = one
  if (!figures) return <>{word('noFigures')}</>
  return (
    <>
      {!one.isCell && <><NumberLink count={one.cells} word={word('cells')} to={address('organisation', { id: one.id }, { phan: 'truc-thuoc' })} /> · </>}
      <NumberLink count={figures.members} word={word('members')} to={address('members', {}, { 'to-chuc': one.id })} />{' '}
      {word('membersSplit', { full: countText(figures.full), probationary: countText(figures.probationary) })}
      {' · '}{word('womenLine', { n: countText(figures.women) })} · {word('minorityLine', { n: countText(figures.ethnicMinority) })}
      {figures.averageAge !== null && <> · {word('ageLine', { age: decimalText(figures.averageAge) })}</>}
      {' · '}{figures.lastAdmittedOn ? word('lastAdmitted', { day: uncertainDayText(figures.lastAdmittedOn as UncertainDate) }) : word('neverAdmitted')}
    </>
  )
}

/** Former names and the authority, where there are any. */
export function Notes({ one }: { one: Organisation }) {
  if (one.formerNames.length === 0 && !one.mayDecideAdmission) return null
  return (
    <ul className="organisation-notes">
      {one.formerNames.map((former) => <li key={former.name}>{word('formerName', { day: dayText(former.lastDay), name: former.name })}</li>)}
      {one.mayDecideAdmission && <li>{word('mayDecide')}</li>}
    </ul>
  )
}
