import { AppLink, Basis, Box, Button, ClockBar, Columns, Covered, DataTable, NextActBox, Page, Section, StageLine, StatusMark, SummaryList, Timeline, type Column } from '../index.ts'
import { clockParts, crumbs, identity, member, papers, pocket, refusal2, stages, timeline, w, type Paper } from './messages.vi.ts'

const stateWords: Record<Paper['state'], string> = { done: w.good, returned: w.mend, late: w.missing, notRequired: w.notNeeded }

const columns: Column<Paper>[] = [
  { id: 'state', title: w.state, tight: true, cell: (paper) => <StatusMark shape={paper.state}>{stateWords[paper.state]}</StatusMark> },
  { id: 'form', title: w.form, tight: true, cell: (paper) => paper.form },
  { id: 'title', title: w.documents, cell: (paper) => (
    <>
      <AppLink to="/ket-nap/1">{paper.title}</AppLink>
      {paper.state === 'returned' && <p><strong>{w.staleWhat}</strong>{w.staleWhy}</p>}
    </>
  ) },
  { id: 'signed', title: w.signed, tight: true, cell: (paper) => paper.signed },
  { id: 'pages', title: w.pages, number: true, cell: (paper) => paper.pages },
]

export function OfficeFile() {
  return (
    <Page title={w.file} note={<StatusMark shape="soon">{w.fileState}</StatusMark>} crumbs={crumbs.map((label) => ({ label, to: '/to-chuc/1' }))} backToList="/ket-nap">
      <NextActBox title={w.fileAct} owner={w.owner} due={w.fileDue} notYet={w.fileNotYet} acts={<><Button>{w.extend}</Button><Button look="main">{w.giveBack}</Button></>} />
      <StageLine stages={stages.map(([label, state, note]) => ({ label, state, note }))} />
      <Columns
        left={
          <>
            <Section title={w.documents} note={w.documentsNote}>
              <DataTable caption={w.documents} columns={columns} rows={papers} rowKey={(paper) => paper.id} rowTone={(paper) => (paper.state === 'returned' || paper.state === 'late' ? 'soon' : undefined)} />
            </Section>
            <Section title={w.history}>
              <Timeline entries={timeline.map(([year, day, title, note], i) => ({ id: String(i), year, day, title, note, act: <AppLink to="/dang-vien/1">{pocket.open}</AppLink> }))} shown={4} />
            </Section>
          </>
        }
        right={
          <>
            <Section title={w.clocks} boxed>
              <ClockBar title={w.clockTitle} parts={clockParts} total={60} basis={<Basis citation={refusal2.citation} labelled />} />
            </Section>
            <Section title={w.votes} boxed>
              <SummaryList rows={[
                { label: w.voteCell, value: <StatusMark shape="done" plain><strong>{w.carried}</strong>, {w.need14}</StatusMark> },
                { label: w.voteCommittee, value: <StatusMark shape="done" plain><strong>{w.carried2}</strong>, {w.need10}</StatusMark> },
              ]} />
            </Section>
            <Section title={w.history} boxed>
              <Timeline compact entries={timeline.map(([, day, title], i) => ({ id: String(i), day, title }))} shown={3} label={w.info} />
            </Section>
            <Section title={w.info} boxed>
              <SummaryList rows={[...member.map(([label, value]) => ({ label, value })), { label: identity, value: <Covered /> }]} />
            </Section>
          </>
        }
      />
      <Box tone="soon">{w.fileNotYet}</Box>
    </Page>
  )
}
