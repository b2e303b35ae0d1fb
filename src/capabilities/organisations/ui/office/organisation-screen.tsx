import './organisations.css'
import { AppLink, Button, countText, Loaded, Page, Tabs, useAddress, useAddressState, useDesk, useIsPast, useParams, type AddressOf, type Crumb, type Tab } from '../../../../platform/ui-kit/index.ts'
import { useOrganisation, type Organisation } from '../client.ts'
import { word } from '../words.vi.ts'
import { OrganisationAct, type ActName } from './acts.tsx'
import { Alerts } from './alerts.tsx'
import { Figures, noteOf, Notes } from './organisation-head.tsx'
import { Below, CommitteePart, History, MembersPart } from './parts.tsx'

const exporters = ['superiorOfficer', 'grassrootsOfficer', 'cellSecretary']
const treeReaders = ['superiorOfficer', 'leader', 'grassrootsOfficer', 'inspector']

function crumbsOf(one: Organisation, address: AddressOf, readsTree: boolean): Crumb[] {
  const line = [...one.line].sort((a, b) => b.depth - a.depth)
  return [...line.map((each) => ({ label: each.shortName, to: readsTree ? address('organisation', { id: each.id }) : undefined })), { label: one.shortName }]
}

const partNames = ['cap-uy', 'truc-thuoc', 'dang-vien', 'qua-trinh'] as const
type PartName = (typeof partNames)[number]

function Parts({ one, part }: { one: Organisation; part: PartName }) {
  const address = useAddress()
  const tab = (id: PartName, label: string, note?: string | null): Tab => ({ id, label, to: address('organisation', { id: one.id }, { phan: id }), ...(note ? { note } : {}) })
  const below = one.isCell
    ? tab('dang-vien', word('partMembers'), one.figures && countText(one.figures.members))
    : tab('truc-thuoc', word(one.children === one.cells ? 'partCells' : 'partBelow'), countText(one.children))
  const work: Tab = { id: 'viec', label: word('partWork'), to: address('work', {}, { 'to-chuc': one.id }) }
  return (
    <>
      <Tabs label={word('parts')} current={part} tabs={[tab('cap-uy', word('partCommittee')), below, tab('qua-trinh', word('partHistory')), work]} />
      {part === 'truc-thuoc' && <Below one={one} />}
      {part === 'dang-vien' && <MembersPart one={one} />}
      {part === 'qua-trinh' && <History one={one} />}
      {part === 'cap-uy' && <CommitteePart one={one} />}
    </>
  )
}

const actNames = ['cap-uy', 'uy-quyen', 'thanh-lap'] as const

function OrganisationPage({ one }: { one: Organisation }) {
  const address = useAddress()
  const { roleName } = useDesk()
  const isPast = useIsPast()
  const [{ phan, lam }, set] = useAddressState({ phan: 'cap-uy', lam: '' })
  const part = partNames.find((each) => each === phan) ?? 'cap-uy'
  const act = isPast ? undefined : actNames.find((each) => each === lam)
  const begin = (name: ActName) => () => set({ lam: name })
  const termEnds = one.alerts.some((alert) => alert.kind === 'termEnding')
  return (
    <Page
      title={one.name} note={noteOf(one)} crumbs={crumbsOf(one, address, treeReaders.includes(roleName ?? ''))} summary={<Figures one={one} />}
      tools={exporters.includes(roleName ?? '') && <AppLink to={address('exports', {}, { 'to-chuc': one.id })}>{word('inputFile')}</AppLink>}
      acts={!act && (
        <>
          {one.may.found && one.foundable.length > 0 && <Button onClick={begin('thanh-lap')}>{word('found')}</Button>}
          {one.may.authoriseAdmission && <Button onClick={begin('uy-quyen')}>{word(one.mayDecideAdmission ? 'withdraw' : 'authorise')}</Button>}
          {one.may.recordCommittee && !termEnds && <Button onClick={begin('cap-uy')}>{word('recordCommittee')}</Button>}
        </>
      )}
      main={!act && one.may.recordCommittee && termEnds && <Button look="main" onClick={begin('cap-uy')}>{word('recordCongress')}</Button>}
    >
      <Notes one={one} />
      <Alerts one={one} />
      {act ? <OrganisationAct act={act} one={one} onLeave={() => set({ lam: '' })} /> : <Parts one={one} part={part} />}
    </Page>
  )
}

/** One organisation by its identifier. */
export function OrganisationOf({ id }: { id: string }) {
  const read = useOrganisation(id)
  if (read.value?.id === id) return <OrganisationPage key={id} one={read.value} />
  return <Page title={word('page')}><Loaded read={{ ...read, value: undefined }} lines={10}>{() => null}</Loaded></Page>
}

/** Everything about one organisation on the viewed day. */
export default function OrganisationScreen() {
  const { id } = useParams<{ id: string }>()
  return <OrganisationOf id={id} />
}
