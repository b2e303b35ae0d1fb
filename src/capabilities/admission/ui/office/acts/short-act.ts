import type { CallContext } from '../../../../../platform/ui-kit/index.ts'
import type { CaseFile } from '../../client.ts'
import type { FieldSpec, FieldValues, ValueReader } from './field-specs.ts'

type On = { id: string; version: number }
export type SendOptions = { context: CallContext }

/** An act that needs a few answers: what is asked, what stands there beforehand, what follows, and how it is sent. */
export type ShortAct = {
  readonly fields: (file: CaseFile, search: Readonly<Record<string, string>>) => readonly FieldSpec[]
  readonly initial?: (file: CaseFile) => FieldValues
  readonly after?: (file: CaseFile) => string | undefined
  readonly send: (values: ValueReader, on: On, options: SendOptions, search: Readonly<Record<string, string>>) => Promise<On>
}
