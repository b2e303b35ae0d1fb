import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const OWN_ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']

/**
 * A browser for tests: `CHROME_PATH` when set, else the Chromium of the development packages (Linux), else an installed
 * Chrome. Throws when there is none: a browser test is never skipped in silence. The caller closes it.
 */
export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core')
  const given = process.env['CHROME_PATH']
  if (given) return chromium.launch({ executablePath: given, args: OWN_ARGUMENTS })
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome' })
  // The package unpacks itself into the folder for temporary files, closed to other users: each checkout has its own.
  const folder = resolve('.tmp/chromium')
  await mkdir(folder, { recursive: true })
  process.env['TMPDIR'] = folder
  // With this mark it brings the libraries that a bare machine lacks.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs20.x'
  const packed = (await import('@sparticuz/chromium')).default
  const executablePath = await packed.executablePath()
  return chromium.launch({ executablePath, args: OWN_ARGUMENTS, env: { ...process.env, FONTCONFIG_FILE: await fontsFor(folder) } })
}

/**
 * Where the packed Chromium finds letters. Its own list of fonts names folders that exist only where it was made for, and
 * without a single font it dies at the first drop-down or file field.
 */
async function fontsFor(folder: string): Promise<string> {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const list = join(folder, 'fonts.conf')
  const entries = folders.map((path) => `<dir>${path}</dir>`).join('')
  await writeFile(list, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${entries}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`)
  return list
}

export type OpenPage = { page: Page; context: BrowserContext; faults: string[] }

/**
 * A fresh page of this size, as a Vietnamese user has it. `faults` collects errors of the console and of scripts,
 * so that a test can say that there were none.
 */
export async function newPage(browser: Browser, width = 1440, height = width < 600 ? 844 : 900): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', hasTouch: width < 600 })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  return { page, context, faults }
}

export type AxeFinding = { id: string; impact: string; help: string; where: string[] }

/** What axe-core finds wrong with the page as it stands; empty when nothing. `within` limits it to a part. */
export async function axeFindings(page: Page, within = 'html'): Promise<AxeFinding[]> {
  const axe = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(axe)
  return page.evaluate(async (part) => {
    type Violation = { id: string; impact: string; help: string; nodes: { target: string[]; failureSummary?: string }[] }
    const { axe: run } = globalThis as unknown as { axe: { run(part: string): Promise<{ violations: Violation[] }> } }
    const { violations } = await run.run(part)
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, where: nodes.map((node) => `${node.target.join(' ')} — ${node.failureSummary ?? ''}`) }))
  }, within)
}
