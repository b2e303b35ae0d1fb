import { addMonths, daysBetween, fullMonthsBetween, type PlainDate } from '../../../kernel/index.ts'
import { useAddress, type Due } from '../../../platform/ui-kit/index.ts'
import type { WorkRow } from './client.ts'

type Term = Pick<WorkRow, 'group' | 'counting' | 'workingDays'> & { readonly dueOn: string }

function lateBy(dueOn: PlainDate, today: PlainDate): { years: number; months: number } {
  const months = fullMonthsBetween(dueOn, today)
  return { years: Math.floor(months / 12), months: months % 12 }
}

/** The term of a row as words are made of it; years and months are counted from the dates. */
export function dueOf(row: Term, today: PlainDate): Due {
  const dueOn = row.dueOn as PlainDate
  if (row.group === 'today') return { kind: 'today', dueOn }
  if (row.group === 'late')
    return row.counting === 'calendar'
      ? { kind: 'lateDays', days: daysBetween(dueOn, today), ...lateBy(dueOn, today), dueOn }
      : { kind: 'late', workingDays: row.workingDays, ...lateBy(dueOn, today), dueOn }
  if (row.counting === 'workingDays') return { kind: 'left', workingDays: row.workingDays, dueOn }
  const months = fullMonthsBetween(today, dueOn)
  return { kind: 'leftMonths', months, days: daysBetween(addMonths(today, months), dueOn), dueOn }
}

type Named = Pick<WorkRow, 'personName' | 'organisationName'> & { readonly bornYear?: number | null }

/** `Hoàng Thị Nhung (1994)`; the organisation where the thing is about nobody. */
export const subjectName = (row: Named): string => (row.personName ? (row.bornYear ? `${row.personName} (${row.bornYear})` : row.personName) : row.organisationName)

/** `Thôn Khun Luông – xã Quang Minh`. */
export const placeName = (row: Pick<WorkRow, 'organisationName' | 'aboveName'>): string => [row.organisationName, row.aboveName].filter(Boolean).join(' – ')

export const rowKey = (row: Pick<WorkRow, 'kind' | 'subjectId'>): string => `${row.kind} ${row.subjectId}`

export const thingOfKey = (key: string) => {
  const [kind, subjectId] = key.split(' ') as [WorkRow['kind'], string]
  return { kind, subjectId }
}

type Subject = Pick<WorkRow, 'kind' | 'subjectId' | 'subjectType' | 'organisationId'> & { readonly personId?: string | null }

/** Where a thing is worked on: its file, prospect, member or organisation. */
export function useSubjectAddress(): (subject: Subject) => string {
  const address = useAddress()
  return ({ kind, subjectId, subjectType, organisationId, personId }) => {
    if (subjectType === 'caseFile') return address(kind === 'confirmation' ? 'recognition' : 'admissionCase', { id: subjectId })
    if (subjectType === 'transfer') return address('transfer', { id: subjectId })
    if (subjectType === 'prospect') return address('source', { id: subjectId })
    if (kind === 'suspensionEnd') return address('memberMeasures', { id: subjectId })
    if (kind === 'endingStep') return address('memberEnding', { id: subjectId })
    if (kind === 'cardHanding' || kind === 'cardLoss' || kind === 'cardReturn') return address('memberCards', { id: subjectId })
    if (subjectType === 'person') return address('member', { id: subjectId })
    if (personId && (subjectType === 'dossierLoan' || subjectType === 'dossierFinding')) return address('dossier', { id: personId })
    if (subjectType === 'sheetProposal') return address('sheetProposal', { id: subjectId })
    if (subjectType === 'supplementOfYear') return address('supplements')
    if (subjectType === 'badgeList') return `${address('badges')}?to-chuc=${organisationId}`
    if (subjectType === 'solution') return `${address('conferences')}?giai-phap=${subjectId}`
    if (subjectType === 'cardList') return `${address('cards')}?cach=chua-co&to-chuc=${organisationId}`
    if (subjectType === 'report') return address('reports', {}, { cua: subjectId })
    if (subjectType === 'reorganisation') return address('reorganisation', { id: subjectId })
    if (subjectType === 'reconciliation') return address('reconciliation', { id: subjectId })
    if (subjectType === 'reconciliationDifference') return address('reconciliationDifference', { id: subjectId })
    return address('organisation', { id: organisationId })
  }
}
