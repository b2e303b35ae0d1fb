import { z } from 'zod'
import { day, filledLine, id, operation, uploadedFile } from '../../platform/contract/index.ts'

/** Files for other programs. The lists of the product go out by `audit.exportList`. */
export const exportsContract = {
  exportInputFile: operation({ method: 'GET', path: '/input-file', summary: 'The national input file 4.0 of a cell or grassroots organisation; it opens numbers, so the reason is written down' })
    .input(z.object({ organisationId: id.optional(), asOf: day.optional(), reason: filledLine(300) }))
    .output(uploadedFile),
}
