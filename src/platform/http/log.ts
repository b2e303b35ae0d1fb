/** Eight digits and more, however they are grouped: an identity number, a card. */
const LONG_NUMBER = /\d(?:[\s.]?\d){7,}/g
const withoutNumbers = (text: string): string => text.replace(LONG_NUMBER, '••••')

type Fault = Error & { code?: string; constraint?: string; table?: string; schema?: string; routine?: string }

/** What a fault says of itself. The database's own `detail`, `where` and parameters hold whole rows and are left out. */
const faultTold = (fault: Fault) => ({
  type: fault.name, message: withoutNumbers(fault.message ?? '').slice(0, 500), stack: withoutNumbers(fault.stack ?? ''), code: fault.code, schema: fault.schema, table: fault.table, constraint: fault.constraint, routine: fault.routine,
})

type Asked = { readonly method?: string; readonly url?: string; readonly ip?: string }

/** Lines of the log name the operation, never what was asked with it: a search may be somebody's number. */
export const logSettings = (stream?: NodeJS.WritableStream) => ({
  level: process.env.DANGVU_LOG ?? 'warn',
  ...(stream ? { stream: stream as never } : {}),
  redact: ['req.headers.cookie', 'req.headers.authorization'],
  serializers: { req: ({ method, url, ip }: Asked) => ({ method, path: withoutNumbers(url?.split('?')[0] ?? ''), ip }), err: faultTold },
})
