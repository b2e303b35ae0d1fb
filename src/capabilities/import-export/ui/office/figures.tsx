import { countText, NumberLink } from '../../../../platform/ui-kit/index.ts'
import type { ImportFile, Outcome } from '../client.ts'
import { word } from '../words.vi.ts'
import { useImportAddress } from './import-address.ts'

export const outcomes = { new: 'figureNew', changed: 'figureChanged', same: 'figureSame', doubtful: 'figureDoubtful', faulty: 'figureFaulty', onlyHere: 'figureOnlyHere' } as const

/** The counts that stand beside the work at every step; each opens its rows, old and new side by side. */
export function Figures({ file, step }: { file: ImportFile; step: string }) {
  const address = useImportAddress(file.import.id)
  const { preview } = file
  if (!preview) return null
  const to = (loc: Outcome | 'all') => address({ buoc: step, loc })
  return (
    <ul className="import-figures" aria-label={word('figures')}>
      <li><NumberLink size="large" count={preview.dataRows} word={word('figureRows')} to={to('all')} /></li>
      <li><span className="import-figure"><span className="number">{countText(preview.cleanRows)}</span><span>{word('figureClean')}</span></span></li>
      {(Object.keys(outcomes) as Outcome[]).map((outcome) => (
        <li key={outcome}><NumberLink size="large" count={preview.counts[outcome]} word={word(outcomes[outcome])} to={to(outcome)} /></li>
      ))}
    </ul>
  )
}
