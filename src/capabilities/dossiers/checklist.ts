import { dossierDocumentTypes, findDossierType, type DossierDocumentType, type DossierRequirement } from '../../regulations/index.ts'
import type { LineState } from './codes.ts'
import { groupedBy } from './grouped.ts'
import { stateOf, type HeldPaper } from './model.ts'
import type { Item } from './queries/items.ts'

/** One line of the checklist: a type of paper, whether and why it is required, how it stands, and the papers. */
export type Line = { readonly type: DossierDocumentType; readonly requirement: DossierRequirement | undefined; readonly state: LineState; readonly items: readonly Item[] }

const held = ({ documentType, state, datedOn }: Item): HeldPaper => ({ documentType, state, year: datedOn ? Number(datedOn.slice(0, 4)) : null })

const order = new Map(dossierDocumentTypes.map(({ code }, i) => [code, i]))

/**
 * Everything that is required, and everything that is there without being required, in the order of the dossier. A paper that stands in
 * for a required one (a decision of the authorised committee for that of the superior) lies on the line of the required one.
 */
export function checklistOf(requirements: readonly DossierRequirement[], items: readonly Item[]): readonly Line[] {
  const papers = items.map(held)
  const required = requirements.map((requirement): Line => ({
    type: requirement.type, requirement, state: stateOf(requirement, papers), items: items.filter(({ documentType }) => requirement.anyOf.includes(documentType)),
  }))
  const shown = new Set(required.flatMap((line) => line.items.map(({ id }) => id)))
  const rest = groupedBy(items.filter(({ id, documentType }) => !shown.has(id) && findDossierType(documentType)), ({ documentType }) => documentType)
  const beside = [...rest].map(([code, own]): Line => ({ type: findDossierType(code)!, requirement: undefined, state: own[0]!.state, items: own }))
  return [...required, ...beside].toSorted((a, b) => order.get(a.type.code)! - order.get(b.type.code)!)
}
