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

/** A table asked with what stands in a cell: `constructor` and its like are no entries of it. */
export const wordTable = <T>(entries: Readonly<Record<string, T>>): Readonly<Record<string, T>> => Object.assign(Object.create(null) as Record<string, T>, entries)

/** Small letters and single blanks, the Vietnamese marks kept: for comparing what people typed. */
export const caseless = (text: string): string => text.normalize('NFC').toLowerCase().replace(/[\u200b-\u200d\ufeff\u00ad]/g, '').replace(/\s+/g, ' ').trim()

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** `caseless`, with the tone of every word moved to its end, so that `Hoà` and `Hòa` are one spelling. */
export const spelling = (text: string): string =>
  caseless(text).split(' ').map((word) => {
    const parts = word.normalize('NFD')
    return parts.replace(TONES, '').normalize('NFC') + (parts.match(TONES)?.join('') ?? '')
  }).join(' ')

/** Blanks around or doubled, or a blank of another kind. */
const UNTIDY = /^ | $|  |[^\S ]/

/** `tidy` of the kernel for text that usually is tidy already. */
export const tidied = (text: string): string => (UNTIDY.test(text) ? text.normalize('NFC').replace(/\s+/g, ' ').trim() : text.normalize('NFC'))
