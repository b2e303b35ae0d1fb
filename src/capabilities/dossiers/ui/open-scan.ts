import { dossiers, type Scan } from './client.ts'

/** Fetches a scan and shows it in a tab of its own, by the browser's viewer; other kinds as a download. Every look is written down by the server. */
export async function openScan(scan: Scan): Promise<true> {
  const content = (await dossiers.downloadDossierScan({ scanId: scan.id })) as unknown as Blob
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type: scan.mediaType }))
  if (/^(image\/(jpeg|png|webp)|application\/pdf)$/.test(scan.mediaType)) link.target = '_blank'
  else link.download = scan.fileName
  link.rel = 'noopener'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return true
}
