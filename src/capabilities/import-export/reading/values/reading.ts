import type { FindingKind } from '../types.ts'

/** A finding before it knows its row, column and wording. */
export type Draft = {
  readonly kind: FindingKind
  readonly code: string
  readonly read?: unknown
  readonly choices?: readonly string[]
  /** Fills the message. */
  readonly facts?: Readonly<Record<string, string>>
}

/** What a cell gives: a value, a remark, both or neither. */
export type Reading<T> = { readonly read?: T; readonly finding?: Draft }

export const error = (code: string, facts?: Draft['facts']): Draft => ({ kind: 'error', code, ...(facts ? { facts } : {}) })

export const question = (code: string, choices: readonly string[] = [], facts?: Draft['facts']): Draft =>
  ({ kind: 'question', code, ...(choices.length > 0 ? { choices } : {}), ...(facts ? { facts } : {}) })

export const warning = (code: string, read?: unknown, facts?: Draft['facts']): Draft =>
  ({ kind: 'warning', code, ...(read === undefined ? {} : { read }), ...(facts ? { facts } : {}) })

export const proposal = (code: string, read: unknown, facts?: Draft['facts']): Draft =>
  ({ kind: 'proposal', code, read, ...(facts ? { facts } : {}) })

/** Small letters and single blanks, the Vietnamese marks kept: for comparing what people typed. */
export const caseless = (text: string): string => text.normalize('NFC').toLocaleLowerCase('vi').replace(/[\u200b-\u200d\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim()

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** `caseless`, with the tone of every word moved to its end, so that `Hoà` and `Hòa` are one spelling. */
export const spelling = (text: string): string =>
  caseless(text).split(' ').map((word) => {
    const parts = word.normalize('NFD')
    return parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES)?.join('') ?? '')
  }).join(' ')
