import { showFile } from '../../../platform/ui-kit/index.ts'
import { admission, type CaseDocument } from './client.ts'

/** Endings of files that are taken as scans; the server looks at the content. */
export const SCAN_KINDS = ['.jpg', '.jpeg', '.png', '.webp', '.heic', '.pdf']

type Wanted = { id: string; documentId: string; scan: CaseDocument['scans'][number] }

/** Fetches a scan and shows it: pictures and PDF in a tab of their own, other kinds as a download. */
export async function openScan({ id, documentId, scan }: Wanted): Promise<true> {
  const content = (await admission.downloadScan({ id, documentId, scanId: scan.id })) as Blob
  showFile(content, scan)
  return true
}
