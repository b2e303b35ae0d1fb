import { useDesk, useIsPast } from '../../../../platform/ui-kit/index.ts'

const writers = ['superiorOfficer', 'grassrootsOfficer']

/** True when the acting role takes lists in, and today is viewed. */
export function useMayWrite(): boolean {
  const { roleName } = useDesk()
  const isPast = useIsPast()
  return !isPast && roleName !== undefined && writers.includes(roleName)
}
