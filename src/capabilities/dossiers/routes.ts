import { act, read, type RoutesFor } from '../../platform/http/index.ts'
import { findDossier } from './actions/find-dossier.ts'
import {
  closeInspection, drawSample, examineDossier, findInspection, followUp, listFindingsByKind, listInspections, planInspection, recordFinding,
} from './actions/inspect.ts'
import { downloadDossierScan, keepScan, moveScan, showScanPicture } from './actions/keep-scan.ts'
import { lend, listLoans, returnLoan } from './actions/lend.ts'
import { listDossierFigures, listDossiers } from './actions/list-dossiers.ts'
import { findHandover, listHandovers, moveKeeper } from './actions/move-keeper.ts'
import { describeDossier, openDossier, takeInAdmission } from './actions/open-dossier.ts'
import { previewScans } from './actions/preview-scans.ts'
import { correctItem, markItem, recordItem } from './actions/record-item.ts'
import { confirmRemaking, finishRemaking, startRemaking } from './actions/remake.ts'
import type { dossiersContract } from './contract.ts'

export const dossiersRoutes: RoutesFor<typeof dossiersContract> = {
  listDossiers: read(listDossiers),
  listDossierFigures: read(listDossierFigures),
  findDossier: read(findDossier),
  openDossier: act(openDossier),
  describeDossier: act(describeDossier),
  takeInAdmission: act(takeInAdmission),
  recordItem: act(recordItem),
  correctItem: act(correctItem),
  markItem: act(markItem),
  previewScans: read(previewScans),
  keepScan: act(keepScan),
  moveScan: act(moveScan),
  downloadDossierScan: read(downloadDossierScan),
  showScanPicture: read(showScanPicture),
  lend: act(lend),
  returnLoan: act(returnLoan),
  listLoans: read(listLoans),
  moveKeeper: act(moveKeeper),
  listHandovers: read(listHandovers),
  findHandover: read(findHandover),
  startRemaking: act(startRemaking),
  confirmRemaking: act(confirmRemaking),
  finishRemaking: act(finishRemaking),
  planInspection: act(planInspection),
  drawSample: act(drawSample),
  examineDossier: act(examineDossier),
  recordFinding: act(recordFinding),
  closeInspection: act(closeInspection),
  followUp: act(followUp),
  listInspections: read(listInspections),
  findInspection: read(findInspection),
  listFindingsByKind: read(listFindingsByKind),
}
