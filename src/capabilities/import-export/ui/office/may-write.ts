import { useDesk } from '../../../../platform/ui-kit/index.ts'

const writers = ['superiorOfficer', 'grassrootsOfficer']

/** True when the acting role takes lists in, and today is viewed. */
export function useMayWrite(): boolean {
  const { roleName, asOf } = useDesk()
  return asOf === undefined && roleName !== undefined && writers.includes(roleName)
}
