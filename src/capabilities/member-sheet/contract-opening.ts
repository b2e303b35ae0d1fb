import { z } from 'zod'
import { line } from '../../platform/contract/index.ts'
import { openReasons } from './states.ts'

/** Why covered parts are opened; `note` when the reason is another. */
export const opening = { reason: z.enum(openReasons), note: line(300).optional() }
