import { StageLine, type Stage } from '../../../../platform/ui-kit/index.ts'
import type { ImportFile } from '../client.ts'
import { word } from '../words.vi.ts'
import { useImportAddress } from './import-address.ts'

export const steps = ['chon', 'tieu-de', 'giai-quyet', 'nhap', 'ket-qua'] as const
export type Step = (typeof steps)[number]
const names: Record<Step, string> = {
  chon: word('stepChoose'), 'tieu-de': word('stepHeadings'), 'giai-quyet': word('stepSettle'), nhap: word('stepWrite'), 'ket-qua': word('stepResult'),
}
export const stepName = (step: Step): string => names[step]

/** The last step that can be opened: nothing was read yet, it can be written, or it was written. */
function furthest({ import: found, preview }: ImportFile): number {
  if (found.state === 'written' || found.state === 'undone') return 4
  return found.state === 'toSettle' && preview ? 3 : 0
}

const isSettling = ({ settling }: ImportFile) => settling.answers.length > 0 || settling.accepted.length > 0 || settling.acceptedRows.length > 0

/** The step of the address if it can be opened, else the one at which the work stands. */
export function stepOf(file: ImportFile, wanted: string): Step {
  const last = furthest(file)
  const asked = steps.indexOf(wanted as Step)
  if (asked >= 0 && asked <= last && !(last === 4 && asked === 3)) return steps[asked]!
  if (last === 3) return isSettling(file) ? 'giai-quyet' : 'tieu-de'
  return steps[last]!
}

/** The five steps by name; those that can be opened are links. */
export function Steps({ file, current }: { file?: ImportFile; current: Step }) {
  const address = useImportAddress(file?.import.id ?? '')
  const last = file ? furthest(file) : 0
  const at = steps.indexOf(current)
  const stages = steps.map((step, i): Stage => {
    const to = file && i <= last && step !== current && !(last === 4 && i === 3) ? { to: address({ buoc: step }) } : {}
    return { label: names[step], state: step === current ? 'current' : i < at || last === 4 ? 'done' : 'future', ...to }
  })
  return <StageLine small stages={stages} label={word('steps')} />
}
