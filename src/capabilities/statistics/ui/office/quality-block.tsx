import { useState } from 'react'
import {
  countText, DataTable, Drawer, Loaded, NamePages, NumberLink, PyramidPicture, shareText, useAddress, useRead, ViewSwitch, type Column, type TableGroup,
} from '../../../../platform/ui-kit/index.ts'
import { ListExport } from '../../../audit/ui/index.ts'
import { ageBandName, qualityTraitNames, qualityValueName } from '../../outlook/messages.vi.ts'
import { ROOM, statistics, type Quality } from '../client.ts'
import { word } from '../outlook-words.vi.ts'
import { Block } from './block.tsx'

type Asked = Omit<Parameters<typeof statistics.listQualityPeople>[0], 'page' | 'size'>
type Section = Quality['sections'][number]
type Line = Section['rows'][number] & { trait: Section['trait']; covered: boolean }
type Among = Asked['among']
type Shown = { readonly what: string; readonly asked: Asked }

const SIZE = 50

function PeopleList({ asked }: { asked: Asked }) {
  const address = useAddress()
  const [page, setPage] = useState(1)
  const read = useRead([ROOM, 'quality-people', JSON.stringify(asked), page], (signal) => statistics.listQualityPeople({ ...asked, page, size: SIZE }, { signal }))
  return (
    <Loaded read={read}>
      {(people) => (
        <>
          <p><ListExport list="qualityPeople" asked={asked} takers={['superiorOfficer', 'grassrootsOfficer']} /></p>
          <NamePages page={page} size={SIZE} onPage={setPage} total={people.total} outside={people.outsideReach} lines={people.rows.map((row) => ({ key: row.personId, to: address('member', { id: row.personId }), name: row.fullName, bornYear: row.bornYear, notes: [[row.cellName, row.aboveName].filter(Boolean).join(' – ')] }))} />
        </>
      )}
    </Loaded>
  )
}

function Pyramid({ quality, among, show }: { quality: Quality; among: Among; show: (shown: Shown) => void }) {
  const isNew = among === 'admitted'
  const side = (band: number | null, sex: 'male' | 'female', value: number) => ({
    value, onOpen: () => show({ what: `${sex === 'male' ? word('men') : word('women')}, ${ageBandName(band)}`, asked: { among, trait: 'age', sex, ...(band === null ? {} : { value: String(band) }) } }),
  })
  const unknown = quality.pyramid.reduce((sum, row) => sum + (isNew ? row.admittedUnknown : row.unknown), 0)
  // Oldest on top, as such pictures stand.
  const rows = [...quality.pyramid].sort((a, b) => (b.band ?? -1) - (a.band ?? -1))
  return (
    <>
      <PyramidPicture caption={word('pyramid')} left={word('men')} right={word('women')} label={word('age')}
        rows={rows.map((row) => ({ label: ageBandName(row.band), left: side(row.band, 'male', isNew ? row.admittedMen : row.men), right: side(row.band, 'female', isNew ? row.admittedWomen : row.women) }))} />
      {unknown > 0 && <p className="hint">{word('agesUnknown', { n: countText(unknown) })}</p>}
    </>
  )
}

function Traits({ quality, show }: { quality: Quality; show: (shown: Shown) => void }) {
  const number = (line: Line, among: Among) => {
    const count = line[among]
    if (count === 0 || line.covered) return countText(count)
    const what = `${qualityTraitNames[line.trait]}: ${qualityValueName(line.trait, line.value)}`
    return <NumberLink size="cell" count={count} label={what} onOpen={() => show({ what, asked: { among, trait: line.trait, ...(line.value === null ? {} : { value: line.value }) } })} />
  }
  const columns: Column<Line>[] = [
    { id: 'trait', title: word('trait'), cell: (line) => qualityValueName(line.trait, line.value) },
    { id: 'members', title: word('columnMembers'), number: true, cell: (line) => number(line, 'members') },
    { id: 'share', title: word('columnOf'), number: true, cell: (line) => shareText(line.members, quality.total.members) },
    { id: 'admitted', title: word('columnNew'), number: true, cell: (line) => number(line, 'admitted') },
    { id: 'newShare', title: word('columnOf'), number: true, cell: (line) => (quality.total.admitted ? shareText(line.admitted, quality.total.admitted) : '') },
  ]
  const groups: TableGroup<Line>[] = quality.sections.map(({ trait, namesCovered, rows }) => ({ id: trait, head: qualityTraitNames[trait], rows: rows.map((row) => ({ ...row, trait, covered: namesCovered })) }))
  return <DataTable caption={word('among')} columns={columns} rows={[]} groups={groups} rowKey={(line) => `${line.trait} ${line.value}`} />
}

/** What the members and the newly admitted are like: ages, sex, ethnic group, education. Every number opens its names, as far as the role may. */
export function QualityBlock({ day }: { day: { asOf?: string; knownAt?: string } }) {
  const [among, setAmong] = useState<Among>('members')
  const [shown, setShown] = useState<Shown>()
  const read = useRead([ROOM, 'quality'], (signal) => statistics.findQuality(day, { signal }))
  const show = ({ what, asked }: Shown) => setShown({ what, asked: { ...asked, ...day } })
  return (
    <Block title={word('quality')}>
      <Loaded read={read} lines={10}>
        {(quality) => (
          <div className="term-quality">
            <div>
              <h3>{word('pyramid')}</h3>
              <ViewSwitch label={word('views')} value={among} onChange={(value) => setAmong(value as Among)}
                views={[{ value: 'members', label: word('viewMembers') }, { value: 'admitted', label: word('viewAdmitted') }]} />
              <Pyramid quality={quality} among={among} show={show} />
            </div>
            <div>
              <Traits quality={quality} show={show} />
              {quality.sections.some(({ namesCovered }) => namesCovered) && <p className="hint">{word('covered')}</p>}
            </div>
          </div>
        )}
      </Loaded>
      <Drawer open={shown !== undefined} onClose={() => setShown(undefined)} title={shown?.what ?? ''}>{shown && <PeopleList key={JSON.stringify(shown)} asked={shown.asked} />}</Drawer>
    </Block>
  )
}
