import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { Button, ComboBox, DataTable, DayField, Drawer, FieldGroup, Form, NumberField, say, Section, Select, TextField, type Column, type ComboItem, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { members, type Content } from '../client.ts'
import { day } from '../marks.tsx'
import { positions, word } from '../words.vi.ts'
import { isCellType, unfound, type Draft } from './draft.ts'

type Named = { readonly id: string; readonly name: string; readonly type: string; readonly isNew: boolean }
type Post = Content['posts'][number]

const searchPeople = async (text: string, signal: AbortSignal): Promise<ComboItem[]> =>
  text.trim() ? (await members.listMembers({ search: text, size: 20 }, { signal })).rows.map(({ id, fullName, bornOn }) => ({ id, label: fullName, note: bornOn?.slice(0, 4) })) : []

function PostFields({ unit, posts, setPosts }: { unit: Named; posts: readonly (Post & { item?: ComboItem })[]; setPosts: (posts: (Post & { item?: ComboItem })[]) => void }) {
  return (
    <FieldGroup legend={word('posts')}>
      {posts.map((post, i) => (
        <div key={i} className="plan-rule">
          <ComboBox name={`person-${i}`} label={word('person')} value={post.item} search={searchPeople} onChange={(item) => setPosts(posts.map((each, n) => (n === i ? { organisationId: unit.id, position: each.position, personId: item?.id ?? '', ...(item ? { item } : {}) } : each)))} />
          <Select name={`position-${i}`} label={word('position')} value={post.position} onChange={(position) => setPosts(posts.map((each, n) => (n === i ? { ...each, position } : each)))} choices={positions(isCellType(unit.type))} />
          <Button look="quiet" onClick={() => setPosts(posts.filter((_post, n) => n !== i))}>{word('remove')}</Button>
        </div>
      ))}
      <Button onClick={() => setPosts([...posts, { organisationId: unit.id, personId: '', position: 'BT' }])}>{word('addPost')}</Button>
    </FieldGroup>
  )
}

function CommitteeForm({ draft, unit, onClose }: { draft: Draft; unit: Named; onClose: () => void }) {
  const was = draft.content.committees.find(({ organisationId }) => organisationId === unit.id)
  const [termName, setTermName] = useState(was?.termName ?? word('provisional'))
  const [lastDay, setLastDay] = useState<PlainDate | undefined>(was?.lastDay)
  const [elected, setElected] = useState<number | undefined>(was?.electedSeats ?? 3)
  const [standing, setStanding] = useState<number | undefined>(was?.standingSeats ?? 0)
  const [basis, setBasis] = useState(was?.basis ?? '')
  const [posts, setPosts] = useState<readonly (Post & { item?: ComboItem })[]>(draft.content.posts.filter(({ organisationId }) => organisationId === unit.id).map((post) => ({ ...post, item: { id: post.personId, label: word('person') } })))
  const [errors, setErrors] = useState<FieldError[]>([])
  const submit = () => {
    const missing = ([['termName', termName.trim()], ['lastDay', lastDay], ['electedSeats', elected], ['basis', basis.trim()]] as const).flatMap(([field, value]) => (value ? [] : [{ field, text: say('ui.fieldMissing', { field: word(field) }) }]))
    setErrors(missing)
    if (missing.length > 0) return
    const committee = { organisationId: unit.id, kind: isCellType(unit.type) ? (elected! > 1 ? ('cellCommittee' as const) : ('secretaryOnly' as const)) : ('committee' as const), termName, lastDay: lastDay!, electedSeats: elected!, standingSeats: standing ?? 0, basis }
    draft.change({
      ...draft.content, committees: [...draft.content.committees.filter(({ organisationId }) => organisationId !== unit.id), committee],
      endedTerms: unit.isNew ? draft.content.endedTerms : [...draft.content.endedTerms.filter((id) => id !== unit.id), unit.id],
      posts: [...draft.content.posts.filter(({ organisationId }) => organisationId !== unit.id), ...posts.filter(({ personId }) => personId).map(({ item: _item, ...post }) => post)],
    })
    onClose()
  }
  return (
    <Form onSubmit={submit} errors={errors} acts={<><Button look="main" type="submit">{word('ok')}</Button><Button onClick={onClose}>{say('ui.cancelForm')}</Button></>}>
      <TextField name="termName" label={word('termName')} value={termName} onChange={setTermName} maxLength={60} />
      <DayField name="lastDay" label={word('lastDay')} value={lastDay} onChange={setLastDay} />
      <NumberField name="electedSeats" label={word('electedSeats')} value={elected} onChange={setElected} />
      {!isCellType(unit.type) && <NumberField name="standingSeats" label={word('standingSeats')} value={standing} onChange={setStanding} />}
      <TextField name="basis" label={word('basis')} value={basis} onChange={setBasis} maxLength={200} />
      <PostFields unit={unit} posts={posts} setPosts={setPosts} />
    </Form>
  )
}

/** Organisations that the plan founds, and the committees appointed for them and for those that others join. */
export function Founded({ draft, onAdd }: { draft: Draft; onAdd: () => void }) {
  const [chosen, setChosen] = useState<Named>()
  const { content, units } = draft
  const nameOf = (id: string | null) => content.founds.find((each) => each.id === id)?.name ?? units.find((each) => each.id === id)?.name ?? word('noParent')
  const heirs = units.filter(({ id }) => content.ends.some(({ successorId }) => successorId === id))
  const rows: Named[] = [...content.founds.map(({ id, name, type }) => ({ id, name, type, isNew: true })), ...heirs.map(({ id, name, type }) => ({ id, name, type, isNew: false }))]
  const columns: Column<Named>[] = [
    { id: 'name', title: word('colUnit'), width: '32%', cell: (row) => row.name },
    { id: 'type', title: word('type'), cell: (row) => draft.types.find(({ code }) => code === row.type)?.name ?? row.type },
    { id: 'parent', title: word('parent'), width: '22%', cell: (row) => nameOf(content.founds.find(({ id }) => id === row.id)?.parentId ?? units.find(({ id }) => id === row.id)?.parentId ?? null) },
    { id: 'committee', title: word('committees'), width: '22%', cell: (row) => {
      const committee = content.committees.find(({ organisationId }) => organisationId === row.id)
      return committee ? word('appointed', { seats: committee.electedSeats, day: day(committee.lastDay) }) : row.isNew ? word('notAppointed') : word('kept')
    } },
    ...(draft.isLocked ? [] : [{ id: 'act', title: word('colDetails'), tight: true, cell: (row: Named) => (
      <span className="plan-acts">
        <Button look="quiet" aria-label={`${word('appoint')}: ${row.name}`} onClick={() => setChosen(row)}>{row.isNew ? word('appoint') : word('endTerm')}</Button>
        {row.isNew && <Button look="quiet" aria-label={`${word('remove')}: ${row.name}`} onClick={() => draft.change(unfound(content, row.id))}>{word('remove')}</Button>}
      </span>
    ) }]),
  ]
  return (
    <Section title={word('newUnits')} acts={!draft.isLocked && <Button onClick={onAdd}>{word('addUnit')}</Button>}>
      <p className="hint">{word('committeesHint')}</p>
      <DataTable caption={word('newUnits')} columns={columns} rows={rows} rowKey={(row) => row.id} empty={word('newUnitsEmpty')} />
      <Drawer open={chosen !== undefined} onClose={() => setChosen(undefined)} title={chosen?.name ?? ''}>{chosen && <CommitteeForm key={chosen.id} draft={draft} unit={chosen} onClose={() => setChosen(undefined)} />}</Drawer>
    </Section>
  )
}
