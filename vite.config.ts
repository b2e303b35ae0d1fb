import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, type PluginOption } from 'vite'
import { contractRoutes } from './scripts/contract-routes.ts'
import { pocketWorker } from './scripts/pocket-worker.ts'

type LocalesPlugin = { vite(options: { locales: string[] }): PluginOption }
const optimizeLocales = createRequire(import.meta.url)('@react-aria/optimize-locales-plugin') as LocalesPlugin

const source = resolve('src')
const built = resolve(process.env['WEB_OUT'] ?? 'dist/web')
const pages: Record<string, string> = {
  office: join(source, 'app/web/office/index.html'),
  pocket: join(source, 'app/web/pocket/index.html'),
  ...(process.env['GALLERY']
    ? { 'gallery-office': join(source, 'platform/ui-kit/gallery/office.html'), 'gallery-pocket': join(source, 'platform/ui-kit/gallery/pocket.html') }
    : {}),
}

/** Pages are served as `office.html`, `pocket.html` at the root of the folder, whatever folder their source lies in. */
function pagesAtTheRoot(): Plugin {
  return {
    name: 'pages-at-the-root',
    apply: 'build',
    closeBundle() {
      for (const [name, page] of Object.entries(pages)) {
        const made = join(built, page.slice(source.length + 1))
        if (existsSync(made)) renameSync(made, join(built, `${name}.html`))
      }
      for (const folder of ['app', 'platform'])
        if (existsSync(join(built, folder)) && readdirSync(join(built, folder)).length > 0) rmSync(join(built, folder), { recursive: true })
    },
  }
}

/** While developing, `/m/…` is the pocket and every other page address the office, as the server has it. */
function pagesWhileDeveloping(): Plugin {
  return {
    name: 'pages-while-developing',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? '/'
        const isFile = /\.\w+$/.test(path) || /^\/(@|api\/|node_modules\/)/.test(path)
        if (!isFile) request.url = /^\/m(\/|$)/.test(path) ? '/app/web/pocket/index.html' : '/app/web/office/index.html'
        next()
      })
    },
  }
}

export default defineConfig({
  root: source,
  base: '/',
  publicDir: existsSync(join(source, 'app/web/public')) ? join(source, 'app/web/public') : false,
  plugins: [contractRoutes(), { ...(optimizeLocales.vite({ locales: ['vi-VN'] }) as Plugin), enforce: 'pre' }, react(), pocketWorker({ page: pages['pocket']!, source: join(source, 'app/web/pocket/pocket-worker.js'), name: 'pocket-worker.js' }), pagesWhileDeveloping(), pagesAtTheRoot()],
  server: { port: Number(process.env['WEB_PORT'] ?? 5173), proxy: { '/api': process.env['API_ORIGIN'] ?? 'http://127.0.0.1:8080' } },
  build: {
    outDir: built,
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['chrome100', 'firefox115', 'safari16'],
    rolldownOptions: { input: pages },
  },
})
