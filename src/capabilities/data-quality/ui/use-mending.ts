import { useAddress } from '../../../platform/ui-kit/index.ts'
import type { Fault } from './client.ts'

/** The page of the office where a fault is mended. */
export function useMendingAddress(): (fault: Pick<Fault, 'mend' | 'personId' | 'subjectId' | 'organisationId'>) => string {
  const address = useAddress()
  return ({ mend, personId, subjectId, organisationId }) => {
    if (mend === 'supplement') return address('supplements')
    if (mend === 'file') return address('admissionCase', { id: subjectId })
    if (mend === 'prospect') return address('source', { id: subjectId })
    if (mend === 'organisation' || !personId) return address('organisation', { id: organisationId })
    return address(mend === 'sheet' ? 'memberSheet' : mend === 'dossier' ? 'dossier' : 'member', { id: personId })
  }
}

export const nameWithYear = ({ name, bornYear }: Pick<Fault, 'name' | 'bornYear'>): string => (bornYear ? `${name} (${bornYear})` : name)
export const faultKey = ({ rule, subjectId }: Pick<Fault, 'rule' | 'subjectId'>): string => `${rule} ${subjectId}`
