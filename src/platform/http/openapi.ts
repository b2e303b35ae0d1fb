import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { productName } from '../messages.vi.ts'
import type { Contract } from './operations.ts'

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'kind', 'reasons'],
  properties: {
    type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' }, code: { type: 'string' },
    kind: { enum: ['invalid', 'notFound', 'notAllowed', 'conflict', 'againstRule', 'tooLarge', 'tooMany'] },
    reasons: { type: 'array', items: { type: 'object', required: ['code', 'facts', 'message'], properties: {
      code: { type: 'string' }, facts: { type: 'object' }, citation: { type: 'object' }, message: { type: 'string' }, why: { type: 'string' }, todo: { type: 'string' } } } },
  },
}

const changes = (method: string) => ['post', 'put', 'patch', 'delete'].includes(method)

/** The contract as an OpenAPI 3.1 document, with sign-in, idempotency key and problem details said for every operation. */
export async function openapiOf(contract: Contract, version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = (await generator.generate(contract, {
    info: { title: productName, version }, servers: [{ url: '/api/v1' }],
  })) as Record<string, any>
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problem },
    responses: { Refused: { description: 'Refused, with every reason', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } } },
    parameters: { IdempotencyKey: { name: 'idempotency-key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' }, description: 'Made by the client; the same key twice does the change once.' } },
    securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'dangvu_session' }, bearer: { type: 'http', scheme: 'bearer' } },
  }
  document.security = [{ session: [] }, { bearer: [] }]
  for (const path of Object.values(document.paths as Record<string, Record<string, any>>))
    for (const [method, operation] of Object.entries(path)) {
      operation.responses.default = { $ref: '#/components/responses/Refused' }
      if (changes(method)) operation.parameters = [...(operation.parameters ?? []), { $ref: '#/components/parameters/IdempotencyKey' }]
    }
  return document
}
