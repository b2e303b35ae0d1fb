import { read, type RoutesFor } from '../../platform/http/index.ts'
import { findAnything } from './actions/find-anything.ts'
import { findByNumber } from './actions/find-by-number.ts'
import type { searchContract } from './contract.ts'

export const searchRoutes: RoutesFor<typeof searchContract> = { findAnything: read(findAnything), findByNumber: read(findByNumber) }
