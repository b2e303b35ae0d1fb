// The checks of the house: types, lint, walls, unused code, generated files. Each says its name and how long it took.
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => join(root, 'node_modules', '.bin', name)

const checks = [
  ['types of the server', bin('tsc'), ['-p', 'tsconfig.server.json']],
  ['types of the web', bin('tsc'), ['-p', 'tsconfig.web.json']],
  ['lint', bin('oxlint'), ['--quiet', 'src', 'tests', 'scripts', 'bench', 'bin']],
  ['walls', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', 'src']],
  ['unused code', bin('knip'), ['--no-progress']],
  ['generated files', process.execPath, ['scripts/generate.mjs', '--check']],
]

function run([name, command, args]) {
  const started = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(output)
      resolve(code === 0)
    })
  })
}

const asked = process.argv.slice(2)
const chosen = asked.length ? checks.filter(([name]) => asked.some((word) => name.includes(word))) : checks
// Two at a time: the machines this runs on have two cores.
const results = []
const queue = [...chosen]
await Promise.all([0, 1].map(async () => { for (let next = queue.shift(); next; next = queue.shift()) results.push(await run(next)) }))
process.exit(results.every(Boolean) ? 0 : 1)
