import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { Refusal } from '../../kernel/index.ts'
import { requestWords } from '../messages.vi.ts'
import { readBrackets } from './brackets.ts'
import { problemOfField } from './field-problems.ts'
import type { Operation } from './operations.ts'

export const MAX_JSON_BYTES = 1024 * 1024
export const MAX_FILE_BYTES = 20 * 1024 * 1024 - 1

export const bodyNotReadable = () => new Refusal('invalid', 'platform.bodyNotReadable')
export const bodyTooLarge = (limit: string) => new Refusal('tooLarge', 'platform.bodyTooLarge', { limit })

const readField = (operation: Operation, name: string, text: unknown) =>
  typeof text === 'string' || Array.isArray(text) ? (operation.readers[name]?.(text) ?? text) : text

async function multipartFields(request: FastifyRequest, operation: Operation): Promise<Record<string, unknown>> {
  const fields: Record<string, unknown> = {}
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') fields[part.fieldname] = new File([new Uint8Array(await part.toBuffer())], part.filename, { type: part.mimetype })
      else fields[part.fieldname] = readField(operation, part.fieldname, String(part.value))
    }
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('FST_REQ_FILE_TOO_LARGE')) throw bodyTooLarge('20 MB')
    throw bodyNotReadable()
  }
  return readBrackets(fields)
}

/** The one input of an operation: path, query string and body together. Refuses what does not fit the contract, field by field. */
export async function readInput(request: FastifyRequest, operation: Operation): Promise<unknown> {
  if (!operation.input) return undefined
  const query = Object.fromEntries(
    Object.entries(readBrackets(request.query as Record<string, string | string[]>)).map(([name, text]) => [name, readField(operation, name, text as string)]))
  const body = request.isMultipart() ? await multipartFields(request, operation) : (request.body ?? {})
  if (typeof body !== 'object' || Array.isArray(body)) throw bodyNotReadable()
  const named = request.params as Record<string, string>
  return fittingInput(operation.input, { ...query, ...body, ...named }, Object.keys(named))
}

/**
 * What was given, as a schema reads it. Refuses what does not fit, field by field; where a part of the address does not fit, nothing can stand there:
 * `platform.notFound`.
 */
export async function fittingInput(schema: z.ZodType, given: unknown, ofAddress: readonly string[] = []): Promise<unknown> {
  const parsed = await schema.safeParseAsync(given, { error: problemOfField })
  if (parsed.success) return parsed.data
  if (parsed.error.issues.some(({ path }) => ofAddress.includes(String(path[0])))) throw new Refusal('notFound', 'platform.notFound')
  const refusals = parsed.error.issues.slice(0, 20).map((issue) =>
    new Refusal('invalid', 'platform.fieldNotValid', { field: issue.path.join('.') || requestWords.wholeBody, problem: issue.message }))
  throw Refusal.all(refusals)!
}
