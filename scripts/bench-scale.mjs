// Measures the official tables at scale: `npm run bench:scale -- 200000 5600000`; with --write into docs/measurements.md. Apart from `npm run bench`, because it takes long
// and much room under DANGVU_SCRATCH.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'
import { ensureBuilt } from './build.mjs'

await ensureBuilt()
register()
const page = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs/measurements.md')
const sizesAsked = process.argv.slice(2).map(Number).filter((size) => size > 0)
const sizes = sizesAsked.length ? sizesAsked : [200_000]
const { measureScale } = await import('../bench/scale.ts')
const { machine } = await import('../bench/measure.ts')

/** How many times what a place is asked has grown from the first size to the last. */
function growths() {
  if (asked.length < 2) return []
  return asked.at(-1).map(({ place, said, ours }, at) => {
    const smaller = asked[0][at].ours
    const ratio = ours / smaller
    return { name: `growth of the tables of ${place}, ${said}, from ${sizes[0].toLocaleString('en')} members to ${sizes[asked.length - 1].toLocaleString('en')}`, ours: `${ours.toFixed(1)} ms`, against: `${smaller.toFixed(1)} ms`, ratio, bound: '≤ 6.00', holds: ratio <= 6 }
  })
}

/** Writes what is measured so far: the largest size takes most of an hour, and may be broken off. */
function write() {
  const isServer = Boolean(process.env.DATABASE_URL)
  // The size of a district alone and another server have sections of their own.
  const heading = isServer ? 'At scale, on a server PostgreSQL' : sizes.length === 1 ? `At scale, ${sizes[0].toLocaleString('en')} members` : 'At scale'
  const others = readFileSync(page, 'utf8').replace(new RegExp(`\n## ${heading}\n[^]*?(?=\n## |$)`), '').trimEnd()
  writeFileSync(page, `${others}

## ${heading}

Taken by \`${isServer ? 'DATABASE_URL=… ' : ''}npm run bench:scale -- ${sizes.slice(0, asked.length).join(' ')} --write\` with PostgreSQL ${version} on ${new Date().toISOString().slice(0, 10)}; machine: ${machine()}. All that tables 1, 2, 2B, 3, 4, 5, 7 and 9 count, for two half years, ten years of
history. Asked by a user with a role at the place, through the program's role. Counting anew is one run, by the owner; what it counted was the same row by row. DuckDB scans the same
rows in its own file and gave the same totals of members, women, closing, admitted, organisations, seats in committees and acts; the acts are given to it as one table.

The register is a country as the product would hold it: provinces, districts, communes of about 299 members, cells of about 21; people who were admitted, moved, left by every way, were suspended or exempt, joined
again; rulings of party age, measures, badges, posts of two terms, cards, and a transfer behind every move; every index, foreign key and exclusion. Nobody ends or founds an organisation.

| what | this product | against | ratio | bound | |
| --- | ---: | ---: | ---: | --- | --- |
${[...rows, ...growths()].map((m) => `| ${m.name} | ${m.ours} | ${m.against} | ${m.ratio.toFixed(4)} | ${m.bound} | ${m.holds ? 'holds' : '**does not hold**'} |`).join('\n')}

${remarks.join(' ')}
`)
}

const tell = (m) => console.log(`  ${m.holds ? 'holds' : 'FAILS'}  ${m.name}: ${m.ours} against ${m.against} = ${m.ratio.toFixed(4)} (${m.bound})`)
const rows = []
const remarks = []
const asked = []
let version = ''
for (const size of sizes) {
  console.log(`measuring ${size} …`)
  const measured = await measureScale(size)
  measured.measurements.forEach(tell)
  for (const remark of measured.remarks) console.log(`  ${remark}`)
  rows.push(...measured.measurements)
  remarks.push(...measured.remarks)
  asked.push(measured.asked)
  version = measured.version
  if (process.argv.includes('--write')) write()
}
growths().forEach(tell)
process.exit([...rows, ...growths()].every((m) => m.holds) ? 0 : 1)
