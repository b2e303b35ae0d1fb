import {
  AppLink, BarPicture, countText, DataTable, dayText, Loaded, NumberLink, RangePicture, shareText, StatusMark, useAddress, useRead, type Column, type Read, type StatusShape,
} from '../../../../platform/ui-kit/index.ts'
import { ROOM, statistics, type Outlook } from '../client.ts'
import { outlookNames } from '../../outlook/messages.vi.ts'
import { word } from '../outlook-words.vi.ts'
import { Block } from './block.tsx'
import type { Opened } from './names-drawer.tsx'

type Row = Outlook['rows'][number]
type Whole = NonNullable<Outlook['whole']>
type Open = (opened: Opened) => void
type Day = { asOf?: string; knownAt?: string }

const shapes: Readonly<Record<NonNullable<Row['outlook']>, StatusShape>> = { reached: 'done', willReach: 'done', mayReach: 'soon', willMiss: 'today', unknown: 'soon' }

const Verdict = ({ outlook }: Pick<Row, 'outlook'>) => (outlook ? <StatusMark shape={shapes[outlook]}>{outlookNames[outlook]}</StatusMark> : null)

/** The forecast in words and as a picture; without a past or after the term it says why there is none. */
function Expectation({ whole, told }: { whole: Whole; told: Outlook['told'] }) {
  if (whole.basis === 'unknown') return <p>{word('noHistory')}</p>
  const [expected, low, high] = [countText(whole.expected), countText(whole.low), countText(whole.high)]
  const target = whole.target === null ? '' : countText(whole.target)
  const seen = { done: countText(whole.admitted), expected, low, high }
  return (
    <>
      <p className="term-target"><strong>{word('expected', { n: expected })}</strong><span>{word('range', { low, high })}</span><Verdict outlook={whole.outlook} /></p>
      {whole.basis === 'over' ? <p>{word('over')}</p> : (
        <>
          <RangePicture done={whole.admitted} low={whole.low} expected={whole.expected} high={whole.high} target={whole.target} words={{ expected: word('markExpected', { n: expected }), target: word('markTarget', { n: target }) }}
            label={target ? word('rangePicture', { ...seen, target }) : word('rangePictureBare', seen)} />
          <p>{word('made', { admitted: seen.done, files: countText(whole.fromFiles), open: countText(whole.files), pace: countText(whole.fromPace) })}</p>
          <p className="hint">{told.medianDays === null ? word('toldNothing') : word('told', { decided: countText(told.filesDecided), ended: countText(told.filesEnded), days: countText(told.medianDays) })}</p>
        </>
      )}
    </>
  )
}

function ForecastBlock({ outlook, open }: { outlook: Outlook; open: Open }) {
  const { whole, told } = outlook
  // Two months a bar: twenty-four rows would be longer than the page.
  const pairs = Array.from({ length: told.months.length / 2 }, (_, i) => [told.months[2 * i]!, told.months[2 * i + 1]!] as const)
  return (
    <Block title={word('forecast')}>
      <div className="term-quality">
        <div>{whole ? <Expectation whole={whole} told={told} /> : <p>{word('noTerm')}</p>}</div>
        <div>
          <h3>{word('byMonth')}</h3>
          <BarPicture caption={word('byMonth')} bars={pairs.map(([first, second]) => {
            const label = `${dayText(first.from)} – ${dayText(second.until)}`
            return { label, value: first.admitted + second.admitted, onOpen: () => open({ measure: 'admitted', what: `${word('columnAdmitted')}: ${label}`, from: first.from, until: second.until }) }
          })} />
        </div>
      </div>
    </Block>
  )
}

function PartsBlock({ outlook, open }: { outlook: Outlook; open: Open }) {
  const address = useAddress()
  const admitted = (row: Row): Opened => ({ measure: 'admitted', what: word('admittedOf', { name: row.shortName }), organisationId: row.organisationId, ...(outlook.term ? { from: outlook.term.from, until: outlook.asOf } : {}) })
  const columns: Column<Row>[] = [
    { id: 'name', title: word('columnPlace'), cell: (row) => <AppLink to={address('organisation', { id: row.organisationId })}>{row.shortName}</AppLink> },
    { id: 'target', title: word('columnTarget'), number: true, cell: (row) => (row.target === null ? '–' : countText(row.target)) },
    { id: 'admitted', title: word('columnAdmitted'), number: true, cell: (row) => <NumberLink size="cell" count={row.admitted} label={word('admittedOf', { name: row.shortName })} onOpen={() => open(admitted(row))} /> },
    { id: 'share', title: word('columnShare'), number: true, cell: (row) => (row.target ? shareText(row.admitted, row.target) : '') },
    { id: 'files', title: word('columnFiles'), number: true, cell: (row) => <NumberLink size="cell" count={row.files} label={word('filesOf', { name: row.shortName })} to={address('admissionCases', {}, { 'to-chuc': row.organisationId, dang: 'bang' })} /> },
    { id: 'expected', title: word('columnExpected'), number: true, cell: (row) => (row.basis === 'unknown' ? '–' : <strong>{countText(row.expected)}</strong>) },
    { id: 'range', title: word('columnRange'), number: true, cell: (row) => (row.basis === 'unknown' ? '' : `${countText(row.low)}–${countText(row.high)}`) },
    { id: 'outlook', title: word('columnOutlook'), tight: true, cell: (row) => <Verdict outlook={row.outlook} /> },
  ]
  return (
    <Block title={word('parts')}>
      <DataTable caption={word('parts')} columns={columns} rows={outlook.rows} rowKey={(row) => row.organisationId} empty={word('partsNone')} />
    </Block>
  )
}

/** How far the term will come: of the whole, or of every organisation right below. */
export function OutlookBlock({ day, open, of }: { day: Day; open: Open; of: 'whole' | 'parts' }) {
  const read: Read<Outlook> = useRead([ROOM, 'outlook'], (signal) => statistics.findOutlook(day, { signal }))
  return <Loaded read={read} lines={10}>{(outlook) => (of === 'whole' ? <ForecastBlock outlook={outlook} open={open} /> : <PartsBlock outlook={outlook} open={open} />)}</Loaded>
}
