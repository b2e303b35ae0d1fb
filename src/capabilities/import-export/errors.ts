import { Refusal } from '../../kernel/index.ts'

export const importNotFound = () => new Refusal('notFound', 'importExport.importNotFound')
export const notInState = (facts: { state: string }) => new Refusal('conflict', 'importExport.notInState', facts)
export const nothingToWrite = (facts: { waiting: number; same: number }) => new Refusal('conflict', 'importExport.nothingToWrite', facts)
export const registerHasChanged = (facts: { rows: number }) => new Refusal('conflict', 'importExport.registerHasChanged', facts)
export const readingCancelled = () => new Refusal('conflict', 'importExport.readingCancelled')
export const reportNotMade = (facts: { reason: string }) => new Refusal('conflict', 'importExport.reportNotMade', facts)
export const columnsLeaveNoList = () => new Refusal('invalid', 'importExport.columnsLeaveNoList')
