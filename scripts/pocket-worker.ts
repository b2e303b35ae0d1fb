import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string>; importedAssets: Set<string> } }

/** Every file that the page may ever ask for: its scripts, those they fetch later, and their styles. */
function filesOf(page: string, bundle: Rolldown.OutputBundle): string[] {
  const found = new Set<string>()
  const walk = (name: string) => {
    const chunk = bundle[name] as Chunk | undefined
    if (!chunk || found.has(name)) return
    found.add(name)
    for (const part of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) found.add(part)
    if (chunk.type === 'chunk') for (const next of [...chunk.imports, ...chunk.dynamicImports]) walk(next)
  }
  for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk' && chunk.facadeModuleId === page) walk(chunk.fileName)
  return [...found].filter((name) => /\.(js|css|svg|png|woff2?)$/.test(name)).map((name) => `/${name}`).sort()
}

/** Writes the service worker of the pocket beside the pages: its source after the list of the files of this build. */
export function pocketWorker({ page, source, name }: { page: string; source: string; name: string }): Plugin {
  return {
    name: 'pocket-worker',
    apply: 'build',
    // Names are final only once the files are written.
    async writeBundle({ dir }, bundle) {
      const files = filesOf(page, bundle)
      if (files.length === 0) this.error(`No script belongs to ${page}`)
      const worker = readFileSync(source, 'utf8')
      const version = createHash('sha1').update(files.join()).update(worker).digest('hex').slice(0, 12)
      await writeFile(join(dir!, name), `const FILES = ${JSON.stringify(files)}\nconst VERSION = '${version}'\n${worker}`)
    },
  }
}
