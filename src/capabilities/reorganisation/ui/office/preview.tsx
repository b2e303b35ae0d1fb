import { AppLink, Basis, countText, DataTable, Loaded, Section, StatusMark, useAddress, useRead, type Column } from '../../../../platform/ui-kit/index.ts'
import { reorganisation, ROOM, type Preview } from '../client.ts'
import { day } from '../marks.tsx'
import { word } from '../words.vi.ts'
import { choicesOf, type Draft } from './draft.ts'
import { Picture } from './picture.tsx'

type Row<Name extends 'findings' | 'flows' | 'roles' | 'reaches' | 'seats' | 'papers' | 'targets'> = Preview[Name][number]

function Findings({ preview }: { preview: Preview }) {
  const warnings = preview.findings.length - preview.errors
  const columns: Column<Row<'findings'>>[] = [
    { id: 'weight', title: word('colState'), tight: true, cell: (row) => (row.weight === 'error' ? <StatusMark shape="late">{word('mustMend')}</StatusMark> : <StatusMark shape="today">{word('think')}</StatusMark>) },
    { id: 'text', title: word('checks'), width: '56%', cell: (row) => row.text },
    { id: 'basis', title: word('colBasis'), width: '26%', cell: (row) => row.source && <Basis citation={row.source} /> },
  ]
  const note = [preview.errors > 0 ? word('errorCount', { n: countText(preview.errors) }) : '', warnings > 0 ? word('warningCount', { n: countText(warnings) }) : ''].filter(Boolean).join(' · ')
  return (
    <Section title={word('checks')} note={note}>
      {preview.errors === 0 && <p><StatusMark shape="done">{word('checksGood')}</StatusMark></p>}
      {preview.findings.length > 0 && <DataTable caption={word('checks')} columns={columns} rows={preview.findings} rowKey={(row) => `${row.code} ${row.text}`} />}
    </Section>
  )
}

/** Where the role of a user goes on; by default it ends with the organisation. */
function RoleChoice({ row, draft }: { row: Row<'roles'>; draft: Draft }) {
  const said = draft.content.holdings.find(({ holdingId }) => holdingId === row.holdingId)
  const to = said ? said.toId : row.toId
  const choose = (toId: string | null) => draft.change({ ...draft.content, holdings: [...draft.content.holdings.filter(({ holdingId }) => holdingId !== row.holdingId), { holdingId: row.holdingId, toId }] })
  if (draft.isLocked) return <>{row.to ?? word('roleEnds')}</>
  return (
    <select className="input plan-select" aria-label={`${word('colRoleAfter')}: ${row.fullName}`} value={to ?? ''} onChange={(event) => choose(event.target.value || null)}>
      <option value="">{word('roleEnds')}</option>
      {choicesOf(draft).map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
    </select>
  )
}

function Roles({ preview, draft }: { preview: Preview; draft: Draft }) {
  const columns: Column<Row<'roles'>>[] = [
    { id: 'user', title: word('colUser'), width: '24%', cell: (row) => row.fullName }, { id: 'role', title: word('colRole'), width: '18%', cell: (row) => row.roleName },
    { id: 'from', title: word('colFrom'), width: '26%', cell: (row) => row.from }, { id: 'to', title: word('colRoleAfter'), width: '30%', cell: (row) => <RoleChoice row={row} draft={draft} /> },
  ]
  return <Section title={word('roles')}><p className="hint">{word('rolesHint')}</p><DataTable caption={word('roles')} columns={columns} rows={preview.roles} rowKey={(row) => row.holdingId} empty={word('noRoles')} /></Section>
}

/** Users whose role goes on where it is and reaches more or less than before. */
function Reaches({ preview }: { preview: Preview }) {
  const said = ({ cells, members }: Row<'reaches'>['before']) => word('reach', { cells: countText(cells), members: countText(members) })
  const columns: Column<Row<'reaches'>>[] = [
    { id: 'user', title: word('colUser'), width: '24%', cell: (row) => <>{row.fullName}{row.leaves && <div><StatusMark shape="today">{word('roleHolderLeaves')}</StatusMark></div>}</> }, { id: 'role', title: word('colRole'), width: '18%', cell: (row) => row.roleName },
    { id: 'at', title: word('colUnit'), width: '26%', cell: (row) => row.organisation }, { id: 'before', title: word('before'), cell: (row) => said(row.before) }, { id: 'after', title: word('after'), cell: (row) => said(row.after) },
  ]
  return <Section title={word('reaches')}><p className="hint">{word('reachesHint')}</p><DataTable caption={word('reaches')} columns={columns} rows={preview.reaches} rowKey={(row) => row.holdingId} empty={word('noReaches')} /></Section>
}

function Followers({ preview }: { preview: Preview }) {
  const address = useAddress()
  const flows: Column<Row<'flows'>>[] = [
    { id: 'from', title: word('colFrom'), width: '34%', cell: (row) => row.from }, { id: 'to', title: word('colInto'), width: '34%', cell: (row) => row.to ?? word('nowhere') },
    { id: 'members', title: word('colMembers'), number: true, cell: (row) => countText(row.members) }, { id: 'full', title: word('colFull'), number: true, cell: (row) => countText(row.full) }, { id: 'others', title: word('colOthers'), number: true, cell: (row) => countText(row.others) },
  ]
  const seats: Column<Row<'seats'>>[] = [
    { id: 'person', title: word('colPerson'), width: '30%', cell: (row) => <AppLink to={address('member', { id: row.personId })}>{row.fullName}</AppLink> }, { id: 'position', title: word('colPosition'), width: '28%', cell: (row) => row.positionName }, { id: 'at', title: word('colUnit'), cell: (row) => row.organisation },
  ]
  const papers: Column<Row<'papers'>>[] = [
    { id: 'kind', title: word('colKind'), width: '26%', cell: (row) => word(row.kind) }, { id: 'from', title: word('colFrom'), width: '26%', cell: (row) => row.from }, { id: 'to', title: word('colInto'), width: '26%', cell: (row) => row.to ?? word('none') },
    { id: 'count', title: word('colCount'), number: true, cell: (row) => countText(row.count) }, { id: 'nearest', title: word('colNearest'), tight: true, cell: (row) => (row.nearest ? day(row.nearest) : word('none')) },
  ]
  const targets: Column<Row<'targets'>>[] = [
    { id: 'unit', title: word('colUnit'), width: '40%', cell: (row) => row.organisation }, { id: 'period', title: word('colPeriod'), tight: true, cell: (row) => `${day(row.from)} – ${day(row.lastDay)}` },
    { id: 'before', title: word('colBefore'), number: true, cell: (row) => countText(row.before) }, { id: 'after', title: word('colAfter'), number: true, cell: (row) => countText(row.after) },
  ]
  return (
    <>
      <Section title={word('flows')}><DataTable caption={word('flows')} columns={flows} rows={preview.flows} rowKey={(row) => `${row.fromId} ${row.toId}`} empty={word('noFlows')} /></Section>
      <Section title={word('seats')} note={word('secretariesLost', { n: countText(preview.seats.filter(({ position }) => position === 'BT').length) })}><DataTable caption={word('seats')} columns={seats} rows={preview.seats} rowKey={(row) => row.postId} empty={word('noSeats')} total={preview.seats.length} /></Section>
      <Section title={word('papers')}><p className="hint">{word('papersHint')}</p><DataTable caption={word('papers')} columns={papers} rows={preview.papers} rowKey={(row) => `${row.kind} ${row.from} ${row.to}`} empty={word('noPapers')} /></Section>
      <Section title={word('targets')}><DataTable caption={word('targets')} columns={targets} rows={preview.targets} rowKey={(row) => `${row.organisation} ${row.from} ${row.measure} ${row.periodKind}`} empty={word('noTargets')} /></Section>
    </>
  )
}

/** What the saved plan would do, and what is wrong about it. */
export function PreviewPart({ id, version, draft }: { id: string; version: number; draft: Draft }) {
  const read = useRead([ROOM, 'preview', id, version], (signal) => reorganisation.previewPlan({ id }, { signal }))
  return (
    <Loaded read={read} lines={12}>
      {(preview) => (
        <>
          <Findings preview={preview} />
          <Section title={word('picture')} note={`${word('sumBefore', spoken(preview.before))} · ${word('sumAfter', spoken(preview.after))}`}><Picture outcomes={preview.outcomes} /></Section>
          <Roles preview={preview} draft={draft} />
          <Reaches preview={preview} />
          <Followers preview={preview} />
        </>
      )}
    </Loaded>
  )
}

const spoken = ({ organisations, cells, members }: Preview['before']) => ({ organisations: countText(organisations), cells: countText(cells), members: countText(members) })
