import { addDays } from '../../../../kernel/index.ts'
import { Box, countText, LinkButton, Loaded, rangeText, Section, SummaryList, useAddress, type SummaryRow } from '../../../../platform/ui-kit/index.ts'
import { organisationTypeNames } from '../../messages.vi.ts'
import { useOrganisation, type Organisation } from '../client.ts'
import { word } from '../words.vi.ts'
import { Alerts } from './alerts.tsx'

const SECRETARY = 'BT'

/** A term as days, first and last. */
export const spanText = ({ from, lastDay }: Pick<Organisation['committees'][number], 'from' | 'lastDay'>): string =>
  rangeText({ from, until: lastDay ? addDays(lastDay, 1) : undefined })

function rowsOf(one: Organisation): SummaryRow[] {
  const { figures, committee } = one
  const rows: (SummaryRow | false | null | '')[] = [
    { label: word('briefKind'), value: organisationTypeNames[one.type] ?? one.type },
    one.code && { label: word('briefCode'), value: one.code },
    { label: word('briefSecretary'), value: one.posts.find((post) => post.position === SECRETARY)?.fullName ?? word('noSecretary') },
    { label: word('briefTerm'), value: committee ? word('termRange', { term: committee.termName, range: spanText(committee) }) : word('noTerm') },
    !one.isCell && { label: word('briefCells'), value: countText(one.cells) },
    figures && { label: word('briefMembers'), value: countText(figures.members), note: word('membersSplit', { full: countText(figures.full), probationary: countText(figures.probationary) }) },
  ]
  return rows.filter((row) => !!row)
}

/** The chosen organisation in brief, beside the tree. */
export function Brief({ id }: { id: string }) {
  const read = useOrganisation(id)
  const address = useAddress()
  return (
    <Loaded read={read}>
      {(one) => (
        <Section title={one.name}>
          <Alerts one={one} />
          <Box><SummaryList rows={rowsOf(one)} /></Box>
          <p><LinkButton to={address('organisation', { id: one.id })}>{word('openPage')}</LinkButton></p>
        </Section>
      )}
    </Loaded>
  )
}
