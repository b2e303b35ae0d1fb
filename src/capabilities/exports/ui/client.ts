import { roomClient } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { exportsContract } from '../contract.ts'

export const exports = roomClient(exportsContract)
export const organisations = roomClient(organisationsContract)
