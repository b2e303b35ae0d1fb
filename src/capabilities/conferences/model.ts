import type { Movement } from './codes.ts'

/** How a figure that was to go from one value to another stands now. A figure may have to rise or to fall. */
export function movementOf({ valueThen, wanted }: { valueThen: number; wanted: number }, now: number): Movement {
  const sign = wanted > valueThen ? 1 : -1
  if ((now - wanted) * sign >= 0) return 'reached'
  if (now === valueThen) return 'unmoved'
  return (now - valueThen) * sign > 0 ? 'moved' : 'worse'
}
