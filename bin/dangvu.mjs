#!/usr/bin/env node
import { ensureBuilt } from '../scripts/build.mjs'

try {
  await ensureBuilt()
} catch (error) {
  console.error(String(error?.stack ?? error))
  process.exit(1)
}
const { main } = await import('../dist/server/cli.js')
process.exitCode = await main(process.argv.slice(2))
