import type { Fraction } from '../kernel/index.ts'

/**
 * What a rule's value looks like: how the screen asks for an override, and how one is checked.
 * A `structure` cannot be overridden by hand.
 */
export type Shape =
  | { readonly kind: 'number' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'share' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'structure' }

export const aNumber: Shape = { kind: 'number' }
export const yesNo: Shape = { kind: 'yesNo' }
export const aShare: Shape = { kind: 'share' }
export const aStructure: Shape = { kind: 'structure' }
export const oneOf = (...choices: string[]): Shape => ({ kind: 'choice', choices })
export const someOf = (...choices: string[]): Shape => ({ kind: 'choices', choices })

/** A share that decides a vote: `atLeast` two thirds, `moreThan` half. */
export type Threshold = { readonly share: Fraction; readonly reach: 'atLeast' | 'moreThan' }

function isThreshold(value: unknown): boolean {
  const { share, reach } = (value ?? {}) as Partial<Threshold>
  return (reach === 'atLeast' || reach === 'moreThan') && !!share && Number.isInteger(share.numerator) && Number.isInteger(share.denominator)
    && share.numerator > 0 && share.numerator <= share.denominator
}

/** True when the value may stand in a rule of this shape; numbers are whole and positive. */
export function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'number': return typeof value === 'number' && Number.isInteger(value) && value > 0
    case 'yesNo': return typeof value === 'boolean'
    case 'share': return isThreshold(value)
    case 'choice': return typeof value === 'string' && shape.choices.includes(value)
    case 'choices': return Array.isArray(value) && value.length > 0 && value.every((one) => shape.choices.includes(one))
    case 'structure': return false
  }
}
