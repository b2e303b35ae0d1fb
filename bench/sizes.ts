import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectRoot } from '../src/platform/project-root.ts'
import type { Measurement } from './measure.ts'

const web = join(projectRoot, 'dist', 'web')

/** Scripts that the page asks for before it can show anything: its own and what those import at once. */
function firstScripts(page: string): Set<string> {
  const html = readFileSync(join(web, page), 'utf8')
  const found = new Set<string>()
  const follow = (path: string) => {
    if (found.has(path)) return
    found.add(path)
    const text = readFileSync(join(web, path), 'utf8')
    for (const [, name] of text.matchAll(/(?:^|[;\n])import\s*(?:[^'"();]*?from\s*)?["']\.\/([\w.-]+\.js)["']/g)) follow(`assets/${name}`)
  }
  for (const [, src] of html.matchAll(/(?:src|href)="\/(assets\/[\w.-]+\.js)"/g)) follow(src!)
  return found
}

const gzippedKb = (page: string) => [...firstScripts(page)].reduce((sum, path) => sum + gzipSync(readFileSync(join(web, path))).length, 0) / 1000

function measure(page: string, bound: number): Measurement {
  const size = gzippedKb(page)
  return { name: `script of the first load, gzip, ${page.replace('.html', '')}`, ours: `${size.toFixed(0)} kB`, against: `${bound} kB`, ratio: size / bound, bound: '≤ 1', holds: size <= bound }
}

export const measurements = async (): Promise<Measurement[]> => [measure('office.html', 250), measure('pocket.html', 150)]
