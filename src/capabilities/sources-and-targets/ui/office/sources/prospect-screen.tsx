import { useState } from 'react'
import {
  Box, Button, Columns, dayText, LinkButton, Loaded, Page, Section, SummaryList, Timeline, uncertainDayText, useAddress, useDesk, useParams, useRead,
} from '../../../../../platform/ui-kit/index.ts'
import type { UncertainDate } from '../../../../../kernel/index.ts'
import { foundNames, closeReasonNames, quarterText, stageNames, unionNames } from '../../../messages.vi.ts'
import { ROOM, sourcesAndTargets, useViewed, type Prospect } from './client.ts'
import { CertificateWords } from './people-view.tsx'
import { ProspectDrawer, type ProspectAct } from './prospect-drawer.tsx'
import { word } from './words.vi.ts'

const nameOf = (one: Prospect) => (one.bornYear ? `${one.fullName} (${one.bornYear})` : one.fullName)

function Remarks({ one }: { one: Prospect }) {
  if (one.remarks === null) return <p>{word('remarksHidden')}</p>
  if (one.remarks.length === 0) return <p>{word('remarksNone')}</p>
  const live = one.remarks.filter((remark) => remark.supersededAt === null)
  return <Timeline label={word('remarks')} entries={live.map((remark) => ({ id: remark.id, day: dayText(remark.writtenOn), title: <><strong>{quarterText(remark.quarter)}</strong> {remark.text}</>, note: remark.byName }))} />
}

function Facts({ one }: { one: Prospect }) {
  const rows = [
    { label: word('opened'), value: dayText(one.openedOn) },
    { label: word('bornOn'), value: one.bornOn ? uncertainDayText(one.bornOn as UncertainDate) : '–' },
    { label: word('union'), value: [one.unionCode, ...one.alsoIn].flatMap((code) => (code ? unionNames[code] : [])).join(', ') || '–' },
    { label: word('education'), value: one.generalEducation ?? '–' },
    { label: word('occupation'), value: one.occupation ?? one.profession ?? '–' },
    { label: word('residence'), value: one.residence ?? '–' },
    { label: word('found'), value: [one.foundBy && foundNames[one.foundBy], one.foundThrough].filter(Boolean).join(': ') || '–' },
    { label: word('columnMentor'), value: one.mentor ? one.mentor.fullName : word('noMentor'), ...(one.mentor ? { note: dayText(one.mentor.since) } : {}) },
    { label: word('columnCertificate'), value: <CertificateWords certificate={one.certificate} /> },
    { label: word('applied'), value: one.appliedOn ? dayText(one.appliedOn) : '–' },
  ]
  return <SummaryList rows={rows} narrow />
}

function Acts({ one, mayMove, mayOpenCase, open }: { one: Prospect; mayMove: boolean; mayOpenCase: boolean; open: (act: ProspectAct) => void }) {
  return (
    <>
      {mayOpenCase && <Button onClick={() => open('remark')}>{word('remark')}</Button>}
      <Button onClick={() => open('mentor')}>{word('mentor')}</Button>
      <Button onClick={() => open('certificate')}>{word('certificate')}</Button>
      {!one.appliedOn && <Button onClick={() => open('application')}>{word('application')}</Button>}
      <Button onClick={() => open('describe')}>{word('describe')}</Button>
      {mayMove && <Button onClick={() => open('move')}>{word('move')}</Button>}
      <Button onClick={() => open('close')}>{word('close')}</Button>
    </>
  )
}

/** One person who is followed: where they stand, who helps, what the cell says each quarter. */
export default function ProspectScreen() {
  const address = useAddress()
  const { roleName } = useDesk()
  const { id } = useParams<{ id: string }>()
  const viewed = useViewed()
  const [act, setAct] = useState<ProspectAct>()
  const read = useRead([ROOM, 'prospect', id], (signal) => sourcesAndTargets.findProspect({ id, ...viewed }, { signal }))
  const one = read.value
  const keeps = one !== undefined && one.mayKeep && one.closedOn === null
  const mayOpenCase = keeps && one.stage === 'applied' && (roleName === 'cellSecretary' || roleName === 'grassrootsOfficer')
  return (
    <Page title={one ? nameOf(one) : word('menu')} note={one && stageNames[one.stage]}
      crumbs={one ? [{ label: one.aboveName ?? '' }, { label: one.cellName, to: address('sources', {}, { 'chi-bo': one.cellId }) }, { label: word('menu') }] : []}
      backToList={address('sources')}
      acts={keeps && <Acts one={one} mayMove={roleName !== 'cellSecretary'} mayOpenCase={mayOpenCase} open={setAct} />}
      main={keeps && (mayOpenCase
        ? <LinkButton look="main" to={address('admissionOpen', {}, { nguoi: one.personId })}>{word('openCase')}</LinkButton>
        : <Button look="main" onClick={() => setAct('remark')}>{word('remark')}</Button>)}>
      <Loaded read={read}>
        {(value) => (
          <>
            {value.closedOn && <Box tone="soon"><p>{word('closedOn', { day: dayText(value.closedOn), reason: value.closeReason ? closeReasonNames[value.closeReason] : '' })}</p></Box>}
            <Columns left={<Section title={word('remarks')} boxed><Remarks one={value} /></Section>} right={<Section title={word('facts')} boxed><Facts one={value} /></Section>} />
            <ProspectDrawer one={value} act={act} onClose={() => setAct(undefined)} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
