import { useState } from 'react'
import type { PlainDate, UncertainDate } from '../../../kernel/index.ts'
import {
  BarPicture, Button, Checkbox, CheckPage, Columns, ComboBox, ConflictTable, DataTable, DayField, DueWords, Drawer, EmptyList, FieldGroup, FileDrop, Form, GreyLines, LinkButton, NumberField, PaceBar, Page, PasswordField, PyramidPicture, RangePicture,
  ProgressLine, RadioRow, RefusalBox, RefusedError, Section, Select, ShareBar, StageLine, StatusMark, statusShapes, Tabs, TextArea, TextField, TreeView, UncertainDayField, UndoMessage, useTell, Box, NumberLink, type ComboItem, type Filter,
} from '../index.ts'
import * as g from './messages.vi.ts'

const { fields, w } = g

function Fields() {
  const [day, setDay] = useState<PlainDate | undefined>('2018-11-05' as PlainDate)
  const [born, setBorn] = useState<UncertainDate | undefined>('1962-05' as UncertainDate)
  const [text, setText] = useState(g.decisionNumber)
  const [number, setNumber] = useState<number | undefined>(19)
  const [choice, setChoice] = useState('')
  const [sponsor, setSponsor] = useState<ComboItem>()
  const [file, setFile] = useState<File>()
  const [agreed, setAgreed] = useState(false)
  const failure = new RefusedError({ status: 422, kind: 'againstRule', code: g.refusal.code, title: '', reasons: [g.refusal] })
  return (
    <Form onSubmit={() => undefined} errors={[{ field: 'heldOn', text: fields.wrongDay }]} failure={failure} acts={<><Button look="main" type="submit">{g.pocket.check}</Button><Button>{g.pocket.later}</Button></>}>
      <DayField name="heldOn" label={fields.meeting} value={day} onChange={setDay} />
      <UncertainDayField name="bornOn" label={fields.born} value={born} onChange={setBorn} />
      <TextField name="number" label={fields.number} value={text} onChange={setText} width={14} />
      <FieldGroup legend={fields.tally} inline>
        <NumberField name="present" label={fields.present} value={number} onChange={setNumber} large />
        <NumberField name="for" label={fields.for} value={number} onChange={setNumber} large />
      </FieldGroup>
      <Select name="reason" label={fields.reasonWords} value={choice} onChange={setChoice} choices={fields.reasons.map((label) => ({ value: label, label }))} />
      <RadioRow name="outcome" label={fields.kind} value={choice} onChange={setChoice} choices={[{ value: 'a', label: fields.admit }, { value: 'b', label: fields.decline, hint: fields.declineHint }]} />
      <ComboBox name="sponsor" label={fields.member} value={sponsor} onChange={setSponsor} search={async (typed) => g.tasks.filter((task) => task.person.toLowerCase().includes(typed.toLowerCase())).map((task) => ({ id: task.id, label: task.person, note: task.place }))} />
      <TextArea name="remark" label={fields.remark} value="" onChange={() => undefined} optional rows={2} />
      <FileDrop name="file" label={fields.paper} hint={fields.paperHint} file={file} onChoose={setFile} kinds={['.xlsx', '.xls', '.ods']} limitMb={20} />
      <PasswordField name="password" label={fields.password} value="" onChange={() => undefined} autoComplete="current-password" />
      <Checkbox name="agreed" label={fields.confirm} checked={agreed} onChange={setAgreed} />
    </Form>
  )
}

const statsRows = g.places.map((place, i) => ({ id: place.id, name: place.label, figures: [900 + i, 11, 8, 11, 6, 902 + i] }))

function Others() {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState('qm')
  const [find, setFind] = useState('')
  const tell = useTell()
  const filter: Filter = { kind: 'list', name: 'party', label: w.party, value: 'qm', choices: [{ value: 'qm', label: g.places[0]!.label }] }
  return (
    <>
      <Section title={w.statusTitle} boxed>
        {statusShapes.map((shape, i) => <p key={shape}><StatusMark shape={shape}>{g.statusWords[i]}</StatusMark></p>)}
        <p><DueWords due={{ kind: 'leftMonths', months: 2, days: 6, dueOn: '2018-12-15' as PlainDate }} day="worded" /></p>
        <p><DueWords due={{ kind: 'left', workingDays: 22, soon: false, dueOn: '2018-11-08' as PlainDate }} /></p>
      </Section>
      <Section title={w.place}>
        <TextField name="find" label={w.name} hideLabel value={find} onChange={setFind} />
        <TreeView label={w.place} nodes={g.places.map((place) => ({ id: place.id, label: place.label, hasChildren: true, aside: <span>{place.count}</span> }))} opened={[]} selected={chosen} onSelect={setChosen} find={find}
          loadChildren={async (id) => (g.places.find((place) => place.id === id)?.cells ?? []).map((label) => ({ id: label, label, hasChildren: false }))} />
      </Section>
      <Section title={g.yearlyTitle} boxed>
        <PaceBar part={1045} whole={1750} pace={0.633} paceLabel={g.pace} label={g.paceLabel} />
        <BarPicture caption={g.yearlyTitle} bars={g.yearly.map(([label, value]) => ({ label, value, to: '/dang-vien' }))} />
        <ShareBar share={0.73} />
        <PyramidPicture caption={g.yearlyTitle} left={w.name} right={w.other} label={w.place} rows={g.yearly.map(([label, value]) => ({ label, left: { value }, right: { value: value / 2, onOpen: () => setOpen(true) } }))} />
        <RangePicture done={1045} low={1500} expected={1620} high={1740} target={1750} words={{ expected: '1.620', target: '1.750' }} label={g.paceLabel} />
      </Section>
      <Section title={w.other}>
        <Tabs label={w.other} current="1" tabs={g.tabsWords.map((label, i) => ({ id: String(i), label, to: '/to-chuc/1', ...(i === 1 ? { note: 23 } : {}) }))} />
        <StageLine small stages={g.stages.slice(0, 5).map(([label, state]) => ({ label, state }))} label={w.next} />
        <ProgressLine label={g.progress} done={1200} total={9863} unit={g.unitRows} onStop={() => undefined} />
        <UndoMessage text={g.told} onUndo={() => undefined} />
        <p>
          <Button onClick={() => setOpen(true)}>{g.drawerTitle}</Button> <Button onClick={() => tell(g.told, () => undefined)}>{w.remind}</Button> <LinkButton to="/to-chuc">{w.place}</LinkButton>
        </p>
        <Box><NumberLink size="large" count={9863} word={g.tabsWords[1]!} to="/dang-vien" /></Box>
        <RefusalBox reasons={[g.refusal, g.refusal2]} still />
        <EmptyList filters={[filter]} onDrop={() => undefined}>{g.pageEmpty}</EmptyList>
        <GreyLines lines={3} />
      </Section>
      <Section title={g.statsTotal}>
        <DataTable caption={g.statsTotal} rows={statsRows} rowKey={(row) => row.id} totals={{ name: g.statsTotal, ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((i) => [`f${i}`, statsRows.reduce((sum, row) => sum + row.figures[i]!, 0)])) }}
          columns={g.statsColumns.map((title, i) => ({ id: i === 0 ? 'name' : `f${i - 1}`, title, number: i > 0, ...(i === 2 || i === 3 ? { group: g.statsGroups[0]! } : i === 4 || i === 5 ? { group: g.statsGroups[1]! } : {}), ...(i === 6 ? { extra: true } : {}),
            cell: (row: (typeof statsRows)[number]) => (i === 0 ? row.name : <NumberLink size="cell" count={row.figures[i - 1]} onOpen={() => setOpen(true)} label={title} />) }))} />
      </Section>
      <Section title={w.history}>
        <ConflictTable fields={[{ name: 'a', label: fields.number, mine: g.decisionNumber, theirs: g.decisionNumber2 }, { name: 'b', label: fields.remark, mine: '', theirs: w.soon }]} onUse={() => undefined} />
      </Section>
      <Drawer open={open} onClose={() => setOpen(false)} title={g.drawerTitle} note={g.drawerNote} acts={<Button>{w.print}</Button>}>
        <DataTable caption={g.drawerTitle} rows={g.tasks} rowKey={(task) => task.id} columns={[{ id: 'name', title: w.name, cell: (task) => task.person }, { id: 'place', title: w.place, cell: (task) => task.place }]} total={164} />
      </Drawer>
    </>
  )
}

export function OfficeBits() {
  return (
    <Page title={w.bits}>
      <Columns
        left={
          <>
            <Section title={w.formTitle}><Fields /></Section>
            <CheckPage rows={[{ label: fields.meeting, value: '05/11/2018', onEdit: () => undefined }, { label: fields.for, value: '17', onEdit: () => undefined }]} act={fields.admit} onAct={() => undefined} onBack={() => undefined} />
          </>
        }
        right={<Others />}
      />
    </Page>
  )
}
