import { createServer } from 'node:http'
import pg from 'pg'
import { columnTypes } from '../src/platform/database/index.ts'

/** Node and pg, nothing else: one named statement, its rows as JSON. What the product is measured against. */
const { url, text, values } = JSON.parse(process.env.BENCH_STATEMENT!) as { url: string; text: string; values: unknown[] }
const pool = new pg.Pool({ connectionString: url, max: 10, types: columnTypes })
const server = createServer((_request, response) => {
  pool.query({ name: 'bench', text, values }).then(
    ({ rows }) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ rows, total: rows[0]?.total ?? 0 }))
    },
    (error: Error) => { response.statusCode = 500; response.end(error.message) })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify(server.address())}\n`))
