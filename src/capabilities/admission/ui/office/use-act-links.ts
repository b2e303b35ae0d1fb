import { useAddress, usePlace } from '../../../../platform/ui-kit/index.ts'
import type { ActKind } from '../../codes.ts'
import { pageOfCase } from '../people.ts'
import type { CaseFile } from '../client.ts'
import { slugOfAct } from '../slugs.ts'

/** Acts that have a page of their own; all others are short forms at the right of the file. */
const pagesOfActs: Partial<Record<ActKind, string>> = {
  recordCircumstances: 'admissionCircumstances', recordCellVote: 'admissionCellVote', recordCommitteeVote: 'admissionCommitteeVote', recordDecision: 'admissionDecision',
  recordCeremony: 'admissionCeremony', recordConfirmationVote: 'recognitionCellVote', recordConfirmationDecision: 'recognitionDecision',
}

export type ActLinks = {
  /** The page of the file, without a form. */
  readonly home: string
  /** Where an act is done; `undefined` for acts that need a paper or a place chosen first. */
  readonly of: (act: ActKind, more?: Record<string, string>) => string | undefined
  /** The form of one paper: kept (`id`), or of a type that is missing (`code`). */
  readonly paper: (paper: { id: string } | { code: string }) => string
}

/** Addresses of everything that can be done to a file. */
export function useActLinks(file: Pick<CaseFile, 'id' | 'kind'>): ActLinks {
  const address = useAddress()
  const page = pageOfCase(file.kind)
  const at = (search: Record<string, string> = {}) => address(page, { id: file.id }, search)
  return {
    home: at(),
    of: (act, more) => {
      const own = pagesOfActs[act]
      if (own) return address(own, { id: file.id })
      const slug = slugOfAct[act]
      return slug && at({ viec: slug, ...more })
    },
    paper: (paper) => at('id' in paper ? { giay: paper.id } : { loai: paper.code }),
  }
}

/** What form stands open at the right of the file, read from the address, and how to close it. */
export function useOpenForm(file: Pick<CaseFile, 'id' | 'kind'>) {
  const place = usePlace()
  const links = useActLinks(file)
  const { viec, giay, loai } = place.search
  return { act: viec, documentId: giay, documentCode: loai, search: place.search, close: () => place.go(links.home, { replace: true }) }
}
