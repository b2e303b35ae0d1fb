import { admission, type CaseDocument } from './client.ts'

/** Endings of files that are taken as scans; the server looks at the content. */
export const SCAN_KINDS = ['.jpg', '.jpeg', '.png', '.webp', '.heic', '.pdf']
export const SCAN_MEGABYTES = 20

type Wanted = { id: string; documentId: string; scan: CaseDocument['scans'][number] }

/** Fetches a scan and shows it: pictures and PDF in a tab of their own, other kinds as a download. */
export async function openScan({ id, documentId, scan }: Wanted): Promise<true> {
  const content = (await admission.downloadScan({ id, documentId, scanId: scan.id })) as Blob
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: scan.mediaType }))
  if (/^(image\/(jpeg|png|webp)|application\/pdf)$/.test(scan.mediaType)) link.target = '_blank'
  else link.download = scan.fileName
  link.rel = 'noopener'
  link.click()
  return true
}
