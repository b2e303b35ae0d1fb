import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const TYPES: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' }
const SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'self'"

/** Builds the web pages, with the gallery of the kit, into a folder of their own. Takes a few seconds. */
export async function buildWebPages(folder: string): Promise<string> {
  const out = resolve(folder)
  await promisify(execFile)(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], { env: { ...process.env, NODE_ENV: 'production', GALLERY: '1', WEB_OUT: out } })
  return out
}

/** The pages as this run of tests builds them: by the first file that asks, while the others wait. Gone when the run ends. */
export async function webPagesOfRun(): Promise<string> {
  const { folder } = inject('testRun')
  const [web, turn, outcome] = [join(folder, 'web'), join(folder, 'web-turn'), join(folder, 'web-outcome')]
  await mkdir(folder, { recursive: true })
  const isFirst = await mkdir(turn).then(() => true, () => false)
  if (isFirst) await buildWebPages(web).then(() => writeFile(outcome, 'built'), (error) => writeFile(outcome, String(error)))
  for (;;) {
    const said = await readFile(outcome, 'utf8').catch(() => '')
    if (said === 'built') return web
    if (said) throw new Error(said)
    await pause(50)
  }
}

export type WebPages = { origin: string; close: () => Promise<void> }

/** Serves built pages without the product behind them, under the same security rules. `/api/` is not found. */
export async function serveWebPages(folder: string): Promise<WebPages> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path.startsWith('/assets/') || path.startsWith('/gallery-') ? path : /^\/m(\/|$)/.test(path) ? 'pocket.html' : 'office.html'
    if (path.startsWith('/api/')) return void response.writeHead(404).end()
    readFile(join(folder, file)).then(
      (content) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': SECURITY }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections() }),
  }
}
