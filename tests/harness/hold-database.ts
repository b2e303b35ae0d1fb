/**
 * A process of its own that holds the database of a data folder (first argument): says where it is, as one line of
 * JSON, and lets go when its standard input ends.
 */
import { once } from 'node:events'
import { resolveDataFolder, startDatabase } from '../../src/platform/database/index.ts'

const database = await startDatabase(resolveDataFolder({ data: process.argv[2] }), { env: {} })
process.stdout.write(`${JSON.stringify({ ownerUrl: database.ownerUrl, uid: process.getuid?.() })}\n`)
process.stdin.resume()
await once(process.stdin, 'end')
await database.stop()
