import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Plugin } from 'vite'

const CONTRACT = /\/src\/capabilities\/[^/]+\/contract\.ts$/

type Shape = { '~orpc'?: { route: { method?: string; path?: string } } } & { [name: string]: unknown }

/** Methods and paths of a contract; plain values as they are; `undefined` for what only the server can use (schemas). */
function forBrowser(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value
  if (Array.isArray(value)) return value.map(forBrowser)
  const shape = value as Shape
  if (shape['~orpc']) return { '~orpc': { route: { method: shape['~orpc'].route.method, path: shape['~orpc'].route.path } } }
  if ('~standard' in shape) return undefined
  return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, forBrowser(inner)]))
}

async function readContract(file: string, folder: string): Promise<{ exports: Record<string, unknown>; sources: string[] }> {
  await mkdir(folder, { recursive: true })
  const result = await build({ entryPoints: [file], bundle: true, platform: 'node', format: 'esm', packages: 'external', write: false, metafile: true, logLevel: 'silent' })
  const code = result.outputFiles[0]!.text
  const written = join(folder, `${createHash('sha1').update(code).digest('hex')}.mjs`)
  await writeFile(written, code)
  const exports = (await import(pathToFileURL(written).href)) as Record<string, unknown>
  return { exports, sources: Object.keys(result.metafile.inputs) }
}

/**
 * In the browser a room's `contract.ts` is only its methods and paths: the schemas and the library that reads them
 * (94 kB gz) stay on the server, which checks every input anyway. Types are untouched. A screen that imports a schema
 * does not build.
 */
export function contractRoutes(): Plugin {
  return {
    name: 'contract-routes',
    enforce: 'pre',
    async load(id) {
      const file = id.split('?')[0]!
      if (!CONTRACT.test(file)) return undefined
      const { exports, sources } = await readContract(file, join(process.cwd(), '.tmp', 'contracts'))
      for (const source of sources) this.addWatchFile(join(process.cwd(), source))
      return Object.entries(exports)
        .map(([name, value]) => [name, forBrowser(value)] as const)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}
