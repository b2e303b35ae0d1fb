import { StatusMark, type StatusShape } from '../../../platform/ui-kit/index.ts'
import type { FaultKind } from '../codes.ts'
import { faultKindNames } from '../messages.vi.ts'

const shapes: Readonly<Record<FaultKind, StatusShape>> = { missing: 'future', impossible: 'dropped', disagreeing: 'unclear', stale: 'soon' }

/** What kind of fault it is: shape and word. */
export function KindMark({ kind }: { kind: FaultKind }) {
  return <StatusMark shape={shapes[kind]}>{faultKindNames[kind]}</StatusMark>
}
