import { Button, countText, FailureBox, ProgressLine, Section, useAddressState } from '../../../../platform/ui-kit/index.ts'
import type { ImportFile, Preview } from '../client.ts'
import { word } from '../words.vi.ts'
import { groupFindings, type FindingGroup } from './finding-groups.ts'
import { GroupBox } from './group-box.tsx'
import { GroupList } from './group-list.tsx'
import { GroupRows } from './group-rows.tsx'
import { SkippedRows } from './headings-step.tsx'
import { useSettling, type SettlingWork } from './use-settling.ts'

/** The group of the address, else the first that still needs somebody. */
const chosenOf = (groups: readonly FindingGroup[], wanted: string, left: ReadonlySet<string>): FindingGroup | undefined =>
  groups.find((group) => group.code === wanted) ?? groups.find((group) => group.open > 0 && group.kind !== 'error' && !left.has(group.code)) ?? groups[0]

function DraftBar({ work }: { work: SettlingWork }) {
  const n = work.drafts.size
  if (n === 0) return null
  return (
    <div className="box import-drafts" role="status">
      <span>{word('drafts', { n })}</span>
      <span className="import-acts">
        <Button onClick={work.dropDrafts}>{word('dropDrafts')}</Button>
        <Button look="main" running={work.running} onClick={() => void work.applyDrafts()}>{word('applyDrafts', { n })}</Button>
      </span>
    </div>
  )
}

export const leftOf = (text: string): ReadonlySet<string> => new Set(text ? text.split(',') : [])

/** Third step: findings by group at the left, the rows of one at the right. */
export function SettleStep({ file, preview, mayWrite }: { file: ImportFile; preview: Preview; mayWrite: boolean }) {
  const [state, set] = useAddressState({ nhom: '', 'de-lai': '' })
  const work = useSettling(file)
  const groups = groupFindings(preview.findings)
  const left = leftOf(state['de-lai'])
  const group = chosenOf(groups, state.nhom, left)
  if (!group) return <><p className="empty">{word('noFindings')}</p><SkippedRows skipped={preview.skipped} /></>
  const leave = (leaving: boolean) => {
    const next = leaving ? [...left, group.code] : [...left].filter((code) => code !== group.code)
    set({ 'de-lai': next.join(','), ...(leaving ? { nhom: '' } : {}) })
  }
  return (
    <div className="import-settle">
      <div>
        <Section title={word('remarked', { n: countText(preview.dataRows - preview.cleanRows) })}>
          <GroupList file={file} groups={groups} chosen={group.code} left={left} />
        </Section>
        <SkippedRows skipped={preview.skipped} />
      </div>
      <Section title={group.title} note={word('groupRows', { n: countText(group.findings.length) })}>
        {work.failure && <FailureBox failure={work.failure} />}
        {work.running && <ProgressLine label={word('readingAgain')} />}
        <GroupBox key={group.code} file={file} group={group} work={work} left={left.has(group.code)} onLeave={leave} mayWrite={mayWrite} />
        <DraftBar work={work} />
        <GroupRows key={`rows ${group.code}`} file={file} group={group} work={work} mayWrite={mayWrite} />
      </Section>
    </div>
  )
}
