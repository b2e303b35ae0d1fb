// Writes the files that are made from others; with --check says which are out of date and changes nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const check = process.argv.includes('--check')

async function withDatabase(work) {
  const { openDatabase, resolveDataFolder } = await import('../src/platform/database/index.ts')
  const folder = mkdtempSync(join(process.env.DANGVU_SCRATCH ?? tmpdir(), 'dangvu-schema-'))
  const database = await openDatabase(resolveDataFolder({ data: folder, env: {} }), { env: {} })
  try {
    return await work(database.owner)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const made = {
  'docs/regulations.md': async () => (await import('./generate/regulations.ts')).renderRegulations(),
  'db/schema.sql': async () => withDatabase((await import('./generate/schema.ts')).renderSchema),
  ...(await import('./generate/stages.ts')).readmesWithDiagrams(root),
}

let stale = 0
for (const [file, render] of Object.entries(made)) {
  const path = join(root, file)
  const wanted = await render()
  let found = ''
  try { found = readFileSync(path, 'utf8') } catch { /* not written yet */ }
  if (found === wanted) continue
  stale++
  if (check) console.log(`out of date: ${file} (npm run generate)`)
  else writeFileSync(path, wanted)
}
process.exit(check && stale > 0 ? 1 : 0)
