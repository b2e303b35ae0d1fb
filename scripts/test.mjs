// Everything: unit, integration on a real PostgreSQL, journeys in a real Chromium against the built product.
// The last line says how many: `tests: N passed, M failed`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const report = join(root, '.tmp', `vitest-${process.pid}.json`)
mkdirSync(join(root, '.tmp'), { recursive: true })

await ensureBuilt()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)], {
  cwd: root, stdio: 'inherit',
})

let counted = { passed: 0, failed: 1, skipped: 0 }
try {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
  counted = { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
  // A file that could not even be read counts as a failure, and so does a test that did not run.
  if (status !== 0 && counted.failed === 0) counted.failed = Math.max(1, numFailedTestSuites)
  if (counted.skipped > 0) { console.log(`${counted.skipped} tests did not run; a skipped test counts as failed`); counted.failed += counted.skipped }
} finally {
  rmSync(report, { force: true })
}
console.log(`tests: ${counted.passed} passed, ${counted.failed} failed`)
process.exit(counted.failed === 0 && status === 0 ? 0 : 1)
