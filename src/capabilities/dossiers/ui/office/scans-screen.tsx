import '../dossiers.css'
import { Page, useAddress } from '../../../../platform/ui-kit/index.ts'
import { word } from '../words.vi.ts'
import { ScanIntake } from './scan-intake.tsx'

/** Scans of many members at once. */
export default function ScansScreen() {
  const address = useAddress()
  return (
    <Page title={word('scansTitle')} crumbs={[{ label: word('menu'), to: address('dossiers') }, { label: word('scansTitle') }]} summary={<span className="hint">{word('scansIntro')}</span>}>
      <ScanIntake />
    </Page>
  )
}
