import { useState } from 'react'
import type { PlainDate } from '../../../../kernel/index.ts'
import { AppLink, Button, countText, DataTable, DayField, Form, NumberField, Page, say, Section, Select, useAct, useAddress, useDesk, usePlace, useRead, useTell, type Column, type FieldError } from '../../../../platform/ui-kit/index.ts'
import { ListTools } from '../../../audit/ui/index.ts'
import { memberSheet, organisations, ROOM } from '../client.ts'
import { dateText } from '../said.ts'
import { supplementStateNames, word } from '../words.vi.ts'

type Row = Awaited<ReturnType<typeof memberSheet.listCampaigns>>['rows'][number]

function useColumns(): Column<Row>[] {
  const address = useAddress()
  const number = (id: 'asked' | 'answered' | 'checked' | 'takenIn' | 'returned'): Column<Row> => ({ id, title: supplementStateNames[id], cell: (row) => countText(row[id]), number: true })
  return [
    { id: 'organisation', title: word('columnOrganisation'), cell: (row) => <AppLink to={address('supplement', { id: row.id })}>{row.organisation}</AppLink> },
    { id: 'year', title: word('columnYear'), cell: (row) => row.year, number: true }, { id: 'due', title: word('columnDue'), cell: (row) => dateText(row.dueOn), tight: true },
    { id: 'total', title: word('columnTotal'), cell: (row) => countText(row.total), number: true }, number('asked'), number('answered'), number('checked'), number('takenIn'), number('returned'),
  ]
}

function OpenCampaignForm({ onLeave }: { onLeave: () => void }) {
  const { today } = useDesk()
  const place = usePlace()
  const address = useAddress()
  const tell = useTell()
  const tree = useRead(['organisations', 'places', ''], (signal) => organisations.listTree({}, { signal }))
  const [organisationId, setOrganisation] = useState('')
  const [year, setYear] = useState<number | undefined>(Number(today.slice(0, 4)))
  const [dueOn, setDue] = useState<PlainDate | undefined>()
  const [errors, setErrors] = useState<FieldError[]>([])
  const act = useAct(memberSheet.openCampaign, { refresh: [[ROOM]], onDone: ({ id, asked }) => { tell(word('campaignDone', { n: asked })); place.go(address('supplement', { id })) } })
  const submit = () => {
    const missing = (field: string, label: 'campaignPlace' | 'campaignYear' | 'campaignDue') => ({ field, text: say('ui.fieldMissing', { field: word(label) }) })
    const wrong = [...(organisationId ? [] : [missing('organisationId', 'campaignPlace')]), ...(year ? [] : [missing('year', 'campaignYear')]), ...(dueOn ? [] : [missing('dueOn', 'campaignDue')])]
    setErrors(wrong)
    if (wrong.length === 0) void act.run({ organisationId, year: year!, dueOn: dueOn! })
  }
  return (
    <Section title={word('openCampaign')} boxed>
      <Form onSubmit={submit} errors={errors} failure={act.failure} acts={<><Button type="submit" look="main" running={act.running}>{word('openCampaign')}</Button><Button onClick={onLeave}>{say('ui.cancelForm')}</Button></>}>
        <Select name="organisationId" label={word('campaignPlace')} value={organisationId} onChange={setOrganisation} choices={(tree.value?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))} />
        <NumberField name="year" label={word('campaignYear')} value={year} onChange={setYear} />
        <DayField name="dueOn" label={word('campaignDue')} value={dueOn} onChange={setDue} />
      </Form>
    </Section>
  )
}

const openers = ['superiorOfficer', 'grassrootsOfficer']

/** The yearly supplements that were asked for, with how far they are. */
export default function CampaignsScreen() {
  const { roleName } = useDesk()
  const columns = useColumns()
  const address = useAddress()
  const [opening, setOpening] = useState(false)
  const read = useRead([ROOM, 'campaigns'], (signal) => memberSheet.listCampaigns({}, { signal }))
  const mayOpen = roleName !== undefined && openers.includes(roleName)
  return (
    <Page alwaysToday title={word('supplementsTitle')} tools={<ListTools list="campaigns" />} main={mayOpen && !opening && <Button look="main" onClick={() => setOpening(true)}>{word('openCampaign')}</Button>}>
      {opening && <OpenCampaignForm onLeave={() => setOpening(false)} />}
      <DataTable caption={word('supplementsTitle')} columns={columns} rows={read.value?.rows ?? []} rowKey={(row) => row.id} rowHref={(row) => address('supplement', { id: row.id })} waiting={read.waiting} empty={<p className="empty">{word('campaignsEmpty')}</p>} />
    </Page>
  )
}
