import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract'
import type { Action } from '../action/index.ts'

/** A file as an answer: sent as it is, never kept by the browser. */
export class FileAnswer {
  constructor(
    readonly content: Buffer | NodeJS.ReadableStream,
    readonly mediaType: string,
    readonly fileName: string,
    readonly disposition: 'attachment' | 'inline' = 'attachment',
    /** What the command line tells of the file. */
    readonly facts: Readonly<Record<string, string | number>> = {},
  ) {}
}

/** What an operation without a session learns of the request, and how it begins or ends one. */
export type Exchange = {
  readonly address: string
  readonly secret: string | undefined
  setSecret(secret: string | undefined, maxAgeSeconds?: number): void
}

export type Route<I = any, O = any> =
  | { readonly kind: 'action'; readonly run: Action<I, O>; /** Its answer holds covered things and is written nowhere. */ readonly keepsNoAnswer?: true }
  | { readonly kind: 'reading'; readonly run: Action<I, O> }
  | { readonly kind: 'open'; readonly run: (...args: any[]) => Promise<O> }

/** A contract name bound to an action that changes something. */
export const act = <I, O>(run: Action<I, O>): Route<I, O> => ({ kind: 'action', run })
/** A contract name bound to an action whose answer opens covered things: no copy of it is kept for a request that is sent twice. */
export const uncover = <I, O>(run: Action<I, O>): Route<I, O> => ({ kind: 'action', run, keepsNoAnswer: true })
/** A contract name bound to a reading. */
export const read = <I, O>(run: Action<I, O>): Route<I, O> => ({ kind: 'reading', run })
/** A contract name that works without a session; the action also gets the `Exchange`. */
export const open = <I, O>(run: (ctx: any, input: I, exchange: Exchange) => Promise<O>): Route<I, O> => ({ kind: 'open', run })

type RouteOf<P> = P extends ContractProcedure<infer I, infer O, any, any>
  ? { readonly kind: 'action' | 'reading' | 'open'; readonly run: (ctx: any, input: InferSchemaOutput<I>, ...exchange: any[]) => Promise<InferSchemaInput<O> | FileAnswer> }
  : never

/** The routes a contract asks for: every name, with input as the contract reads it and the contract's answer. */
export type RoutesFor<C> = { readonly [K in keyof C]: RouteOf<C[K]> }

/** Input of an operation as its action receives it. */
export type InputOf<P> = P extends ContractProcedure<infer I, any, any, any> ? InferSchemaOutput<I> : never
/** Answer of an operation as its action gives it. */
export type AnswerOf<P> = P extends ContractProcedure<any, infer O, any, any> ? InferSchemaInput<O> : never
