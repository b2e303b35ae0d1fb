import { Button, ComboBox, DayField, FieldGroup, Select } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import { relationNames, word } from '../../words.vi.ts'
import { fullMembersOf } from '../full-members.ts'
import { emptySponsor, type SponsorDraft } from './draft.ts'

const relations = Object.entries(relationNames).map(([value, label]) => ({ value, label }))
const MOST = 5

/** The full members who introduce; whether they are full members is looked up, never typed. */
export function SponsorsFields({ file, sponsors, onChange }: { file: CaseFile; sponsors: readonly SponsorDraft[]; onChange: (sponsors: readonly SponsorDraft[]) => void }) {
  const change = (key: string, part: Partial<SponsorDraft>) => onChange(sponsors.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <>
      {sponsors.length === 0 && <p className="hint">{word('sponsorNone')}</p>}
      {sponsors.map((sponsor, i) => (
        <FieldGroup key={sponsor.key} legend={word('sponsorNo', { n: i + 1 })}>
          <ComboBox name={`sponsor-${sponsor.key}`} label={word('documentSubject')} hint={word('sponsorFind')} value={sponsor.person} onChange={(person) => change(sponsor.key, { person })} search={fullMembersOf(file)} />
          <Select name={`relation-${sponsor.key}`} label={word('sponsorRelation')} optional value={sponsor.relation} choices={relations} onChange={(relation) => change(sponsor.key, { relation: relation as SponsorDraft['relation'] })} />
          <DayField name={`since-${sponsor.key}`} label={word('sponsorSince')} optional value={sponsor.since} onChange={(since) => change(sponsor.key, { since })} />
          <Button look="quiet" aria-label={word('sponsorDrop', { n: i + 1 })} onClick={() => onChange(sponsors.filter((one) => one.key !== sponsor.key))}>{word('sponsorDropWord')}</Button>
        </FieldGroup>
      ))}
      {sponsors.length < MOST && <p><Button onClick={() => onChange([...sponsors, emptySponsor()])}>{word('sponsorAdd')}</Button></p>}
    </>
  )
}
