// Measures the official tables at scale: `npm run bench:scale -- 200000 5600000`. Writes nothing; apart from `npm run bench`, because it takes long and much room under DANGVU_SCRATCH.
import { register } from 'tsx/esm/api'

register()
const sizes = process.argv.slice(2).map(Number).filter((size) => size > 0)
const { measureScale } = await import('../bench/scale.ts')
let holds = true
const atTop = []
for (const size of sizes.length ? sizes : [200_000]) {
  console.log(`measuring ${size} …`)
  const { measurements, atTop: took } = await measureScale(size)
  atTop.push(took)
  for (const m of measurements) {
    holds &&= m.holds
    console.log(`  ${m.holds ? 'holds' : 'FAILS'}  ${m.name}: ${m.ours} against ${m.against} = ${m.ratio.toFixed(3)} (${m.bound})`)
  }
}
if (atTop.length > 1) console.log(`growth of the tables of the top: ${(atTop.at(-1) / atTop[0]).toFixed(2)} (≤ 6)`)
process.exit(holds ? 0 : 1)
