import type { Certainty, PlainDate } from '../kernel/index.ts'
import { documentTypes, formMarks } from './documents.ts'
import catalogue from './codes/document-types.json' with { type: 'json' }
import type { DossierGroup } from './dossiers.vi.ts'
import { ownerNames } from './messages.vi.ts'
import { firstRuledDay } from './packs.ts'
import { stepOf } from './steps.ts'

/** A type of paper that may lie in a member's dossier. */
export type DossierDocumentType = {
  readonly code: string
  readonly title: string
  /** The printed mark of the form, where there is one; which set of marks was in use is told by `formMarkOn`. */
  readonly form?: string
  readonly group: DossierGroup
  /** Who issues it; `undefined` where no source says. */
  readonly issuer?: string
  /** Row of the catalogue of digitisation, 1 to 104. */
  readonly catalogueNo?: number
  /** Turn in which it is to be digitised, 1 first. */
  readonly priority?: number
  /** A dossier may hold several. */
  readonly multiple: boolean
  /** The whole dossier is a secret document of the Party. */
  readonly secrecy: 'secret'
  readonly certainty: Certainty
}

type CatalogueItem = {
  code: string; form?: string; vi: string; requiredAtStep: string; catalogueNo?: number; digitisationPriority?: number; multiple?: boolean; confidence: string
}

/** Papers that a member's dossier collects over the years. */
const several = new Set(['HSĐV-3', 'DM-20', 'DM-22', 'DM-23', 'DM-36', 'DM-54', 'DM-55', 'DM-59', 'DM-61', 'DM-62', 'DM-64', 'DM-70', 'DM-86', 'DM-87'])

const consideredSteps = new Set(['A02', 'A09', 'A10', 'A11', 'A12', 'A13'])

function groupOf(step: string): DossierGroup {
  if (step === 'D01' || (step.startsWith('P') && step !== 'P09')) return 'probation'
  if (step === 'D02' || step === 'P09') return 'official'
  if (step.startsWith('A')) return consideredSteps.has(step) ? 'considered' : 'applicant'
  return 'events'
}

const issuers = new Map(documentTypes.map(({ code, step }) => [code, ownerNames[stepOf(step).owner]]))

function typeOf(item: CatalogueItem): DossierDocumentType {
  const issuer = issuers.get(item.code)
  return {
    code: item.code, title: item.vi, group: groupOf(item.requiredAtStep), multiple: item.multiple === true || several.has(item.code), secrecy: 'secret',
    certainty: item.confidence === 'high' ? 'verified' : 'secondary',
    ...(item.form && { form: item.form }), ...(issuer && { issuer }), ...(item.catalogueNo && { catalogueNo: item.catalogueNo }),
    ...(item.digitisationPriority && { priority: item.digitisationPriority }),
  }
}

/** Every type of paper of a member's dossier, in the order of its parts. Registers that an organisation keeps are not among them. */
export const dossierDocumentTypes: readonly DossierDocumentType[] = (catalogue.items as readonly CatalogueItem[])
  .filter(({ requiredAtStep }) => requiredAtStep !== 'ORG').map(typeOf)

const byCode = new Map(dossierDocumentTypes.map((type) => [type.code, type]))
const byCatalogueNo = new Map(dossierDocumentTypes.filter(({ catalogueNo }) => catalogueNo).toReversed().map((type) => [type.catalogueNo!, type]))

/** The type with this code; `undefined` when there is none. */
export const findDossierType = (code: string): DossierDocumentType | undefined => byCode.get(code)

/** The type in a row of the catalogue of digitisation; where two forms share a row, the first of them. */
export const dossierTypeOfRow = (catalogueNo: number): DossierDocumentType | undefined => byCatalogueNo.get(catalogueNo)

/** The mark printed on a paper of a day, and whether the set of marks of that day is known for sure; none before the first rules that are known. */
export function formMarkOn(code: string, on: PlainDate): { readonly mark: string; readonly confirmed: boolean } | undefined {
  const mark = byCode.get(code)?.form
  if (!mark || on < firstRuledDay) return undefined
  const { value, source } = formMarks.inForceOn(on)
  return { mark, confirmed: value === 'sixteenForms' && source.certainty === 'verified' }
}
