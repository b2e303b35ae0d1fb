import { BarPicture, countText, dayText, decimalText, NumberLink, PaceBar, shareText, StatusMark } from '../../../../platform/ui-kit/index.ts'
import type { Dashboard, Measure } from '../client.ts'
import { word } from '../words.vi.ts'
import { Block } from './block.tsx'

type Open = (measure: Measure, what: string, period?: { from: string; until: string }) => void
type Admissions = NonNullable<Dashboard['admissions']>

function Pace({ behind }: { behind: number }) {
  if (behind > 0) return <StatusMark shape="today">{word('behind', { n: countText(behind) })}</StatusMark>
  return <StatusMark shape="done">{behind < 0 ? word('ahead', { n: countText(-behind) }) : word('onPace')}</StatusMark>
}

const yearLabel = ({ year, from }: Admissions['byYear'][number], last: boolean) =>
  from.endsWith('-01-01') ? (last ? word('yearSoFar', { year }) : String(year)) : word('yearFrom', { year, day: dayText(from).slice(0, 5) })

/** Admissions of the term against the resolution, by year, and what is left. */
export function AdmissionsBlock({ dashboard, open }: { dashboard: Dashboard; open: Open }) {
  const { admissions } = dashboard
  if (!admissions) return <Block title={word('admissions')}><p>{word('noTarget')}</p></Block>
  const { target, admitted, pace, remaining, lastTwelveMonths, byYear } = admissions
  const share = pace ? shareText(pace.elapsedMonths, pace.totalMonths) : ''
  return (
    <Block title={word('admissions')}>
      <p className="term-target">
        <NumberLink size="key" count={admitted} word="" label={word('columnAdmitted')} onOpen={() => open('admitted', word('columnAdmitted'))} />
        <span>{target === null ? word('noTarget') : word('ofTarget', { target: countText(target) })}</span>
        {target !== null && <strong>{shareText(admitted, target)}</strong>}
        {pace && <Pace behind={pace.behind} />}
      </p>
      {target !== null && pace && (
        <PaceBar part={admitted} whole={target} pace={pace.elapsedMonths / pace.totalMonths} paceLabel={word('pace', { share, elapsed: pace.elapsedMonths, total: pace.totalMonths })}
          label={word('paceBar', { admitted: countText(admitted), target: countText(target), share })} />
      )}
      <div className="term-years">
        <BarPicture caption={word('byYear')} bars={byYear.map((year, i) => {
            const label = yearLabel(year, i === byYear.length - 1)
            return { label, value: year.admitted, onOpen: () => open('admitted', `${word('columnAdmitted')}: ${label}`, year) }
          })} />
        <p>
          {remaining && remaining.perMonth !== null && <>{word('remaining', { people: countText(remaining.people), months: remaining.months, perMonth: decimalText(remaining.perMonth, 0) })} </>}
          {word('lastTwelve', { perMonth: decimalText(lastTwelveMonths.perMonth, 0) })}
        </p>
      </div>
    </Block>
  )
}
