import { roomClient } from '../../../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../../../organisations/contract.ts'

const organisations = roomClient(organisationsContract)

/** Reads which cell the acting role is held at. */
export const useOwnCell = () => async (signal: AbortSignal): Promise<string> => (await organisations.listTree({}, { signal })).rootId ?? ''
