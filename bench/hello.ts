import { createServer } from 'node:http'
import { resolveDataFolder, startDatabase } from '../src/platform/database/index.ts'

// PostgreSQL started on a folder and one page: the least a program with a database must do before its first answer.
const [folder, port] = process.argv.slice(2)
const database = await startDatabase(resolveDataFolder({ data: folder!, env: {} }), { env: {} })
const server = createServer((_request, response) => response.end('hello')).listen(Number(port), '127.0.0.1')
process.once('SIGTERM', async () => {
  server.closeAllConnections()
  server.close()
  await database.stop()
  process.exit(0)
})
