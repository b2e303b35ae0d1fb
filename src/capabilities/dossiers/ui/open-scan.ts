import { showFile } from '../../../platform/ui-kit/index.ts'
import { dossiers, type Scan } from './client.ts'

/** Fetches a scan and shows it in a tab of its own, by the browser's viewer; other kinds as a download. Every look is written down by the server. */
export async function openScan(scan: Scan): Promise<true> {
  const content = (await dossiers.downloadDossierScan({ scanId: scan.id })) as unknown as Blob
  showFile(content, scan)
  return true
}
