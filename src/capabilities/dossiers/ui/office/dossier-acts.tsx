import type { DossierPage, Item } from '../client.ts'
import type { ActName, ActProps } from './act-types.ts'
import { DescribeForm, OpenForm } from './describe-forms.tsx'
import { AbsentForm, CorrectForm, MarkForm, MoveScanForm, RecordForm } from './item-forms.tsx'
import { LendForm } from './lend-form.tsx'
import { ConfirmForm, FinishForm, StateForm } from './remake-forms.tsx'
import { ScanIntake } from './scan-intake.tsx'

const itemOf = (page: DossierPage, itemId: string): Item | undefined => page.lines.flatMap((line) => line.items).find((item) => item.id === itemId)

/** The form of an act, above the page. What is not known, or not for this role, shows nothing. */
export function DossierAct({ act, documentType, itemId, remakingId, scanId, ...props }: ActProps & { act: ActName; documentType: string; itemId: string; remakingId: string; scanId: string }) {
  const { page } = props
  const item = itemOf(page, itemId)
  const scan = page.lines.flatMap((line) => line.items).flatMap((each) => each.scans).find(({ id }) => id === scanId)
  const remaking = page.remakings.find(({ id }) => id === remakingId)
  if (act === 'lap') return page.may.write && !page.dossier ? <OpenForm {...props} /> : null
  if (!page.dossier) return null
  const dossier = page.dossier
  switch (act) {
    case 'mo-ta': return page.may.write ? <DescribeForm {...props} dossier={dossier} /> : null
    case 'ghi': return page.may.write ? <RecordForm {...props} dossier={dossier} documentType={documentType} /> : null
    case 'khong-co': return page.may.write ? <AbsentForm {...props} dossier={dossier} documentType={documentType} /> : null
    case 'sua': return page.may.write && item ? <CorrectForm {...props} dossier={dossier} item={item} /> : null
    case 'tinh-trang': return page.may.write && item ? <MarkForm {...props} dossier={dossier} item={item} /> : null
    case 'cho-muon': return page.may.lend ? <LendForm {...props} dossier={dossier} item={item} /> : null
    case 'tuong-trinh': return page.may.remake ? <StateForm {...props} dossier={dossier} item={item} /> : null
    case 'xac-nhan': return page.may.remake && remaking ? <ConfirmForm {...props} remaking={remaking} /> : null
    case 'thay': return page.may.remake && remaking ? <FinishForm {...props} remaking={remaking} /> : null
    case 'quet': return page.may.write ? <ScanIntake person={page.person} onLeave={props.onLeave} /> : null
    case 'chuyen-quet': return page.may.write && scan ? <MoveScanForm {...props} scan={scan} /> : null
    default: return null
  }
}
