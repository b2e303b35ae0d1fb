import type { PlainDate, UncertainDate } from '../../../../../kernel/index.ts'
import { say, type ComboItem, type FieldError } from '../../../../../platform/ui-kit/index.ts'
import type { FieldValues } from '../acts/field-specs.ts'
import { missingFields, valueReader, type FieldSpec } from '../acts/field-specs.ts'
import { word } from '../../words.vi.ts'

export type OpeningDraft = {
  readonly kind: 'admission' | 'readmission'
  /** Somebody followed as a source or known by address, or a new person. */
  readonly who: 'known' | 'new'
  readonly person: ComboItem | undefined
  readonly cell: ComboItem | undefined
  readonly openedOn: PlainDate | undefined
  readonly bornOn: UncertainDate | undefined
  /** A new person is somebody else than the one of this name and birth who is known. */
  readonly isAnother: boolean
  readonly answers: FieldValues
}

/** What is asked of a new person beside the day of birth. */
export const personFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'fullName', label: word('fullName') },
  { kind: 'choice', name: 'sex', label: word('sex'), choices: [{ value: 'male', label: word('male') }, { value: 'female', label: word('female') }] },
]

export const moreFields: readonly FieldSpec[] = (
  ['otherName', 'ethnicity', 'religion', 'identityNumber', 'nativePlace', 'residence', 'generalEducation', 'profession', 'occupation', 'phone'] as const
).map((name) => ({ kind: 'line', name, label: word(name), optional: true }))

export function openingWrongs(draft: OpeningDraft): FieldError[] {
  const must = (field: string, label: string, given: unknown): FieldError[] => (given ? [] : [{ field, text: say('ui.fieldMissing', { field: label }) }])
  if (draft.who === 'known') return [...must('personId', word('openKnown'), draft.person), ...must('openedOn', word('openDay'), draft.openedOn)]
  return [...missingFields(personFields, draft.answers), ...must('bornOn', word('bornOn'), draft.bornOn), ...must('cellId', word('openCell'), draft.cell), ...must('openedOn', word('openDay'), draft.openedOn)]
}

/** The opening as the contract wants it. */
export function openingInput(draft: OpeningDraft) {
  const shared = { kind: draft.kind, ...(draft.openedOn ? { openedOn: draft.openedOn } : {}), ...(draft.cell ? { cellId: draft.cell.id } : {}) }
  if (draft.who === 'known') return { ...shared, personId: draft.person!.id }
  const v = valueReader(draft.answers)
  const more = Object.fromEntries(moreFields.flatMap(({ name }) => (v.text(name) ? [[name, v.text(name)!]] : [])))
  return { ...shared, isAnother: draft.isAnother, person: { ...more, fullName: v.text('fullName')!, sex: v.text('sex') as 'male' | 'female', bornOn: draft.bornOn! } }
}
