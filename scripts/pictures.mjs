// Takes the pictures of the guide and of the README from the running demonstration, so that they show what the product shows.
// With names (`nhat-ky m-viec`) only those.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
mkdirSync(join(root, '.tmp', 'chromium'), { recursive: true })
process.env.TMPDIR = join(root, '.tmp', 'chromium')
register()
const { newPage, openBrowser } = await import('../tests/harness/browser.ts')

const PORT = 4173
const base = `http://localhost:${PORT}`
const folder = mkdtempSync(join(tmpdir(), 'dangvu-pictures-'))

/** File, who, address (or how to get there), width. */
const pictures = [
  ['viec-can-lam', 'chuyenvien', '/viec-can-lam'],
  ['bang-ket-nap', 'chuyenvien', '/ket-nap'],
  ['ho-so-ket-nap', 'chuyenvien', '/ket-nap', 'first-returned'],
  ['cong-nhan', 'chuyenvien', '/cong-nhan'],
  ['nguon', 'chuyenvien', '/nguon'],
  ['chi-tieu', 'chuyenvien', '/chi-tieu'],
  ['nhap', 'chuyenvien', '/nhap'],
  ['tong-quan', 'lanhdao', '/tong-quan'],
  ['dang-uy-viec', 'dangvu-xa', '/viec-can-lam'],
  ['nguoi-dung', 'quantri', '/nguoi-dung'],
  ['quy-dinh', 'quantri', '/quy-dinh'],
  ['phieu-dang-vien', 'dangvu-xa', '/dang-vien', 'first-sheet'],
  ['de-nghi-sua', 'dangvu-xa', '/de-nghi-sua'],
  ['bo-sung', 'dangvu-xa', '/bo-sung', 'first-campaign'],
  ['ho-so-giay', 'chuyenvien', '/ho-so-giay'],
  ['kiem-tra-ho-so', 'chuyenvien', '/kiem-tra-ho-so'],
  ['nghi-trung', 'chuyenvien', '/nghi-trung'],
  ['chat-luong', 'chuyenvien', '/chat-luong'],
  ['bieu-thong-ke', 'chuyenvien', '/thong-ke'],
  ['huy-hieu', 'chuyenvien', '/huy-hieu'],
  ['ky-luat', 'chuyenvien', '/ky-luat'],
  ['chuyen-sinh-hoat', 'chuyenvien', '/chuyen-sinh-hoat'],
  ['sap-xep', 'chuyenvien', '/sap-xep', 'first-plan'],
  ['tim', 'chuyenvien', '/tim?q=hoang thi nhung'],
  ['nhat-ky', 'kiemtra', '/nhat-ky'],
  ['m-viec', 'bithu', '/m/'],
  ['m-ho-so', 'bithu', '/m/ket-nap', 'first-link'],
  ['m-cua-toi', 'dangvien', '/m/cua-toi'],
  ['m-bo-sung', 'dangvien', '/m/cua-toi/bo-sung'],
]

const asked = process.argv.slice(2)
const server = spawn(process.execPath, [join(root, 'bin/dangvu.mjs'), 'demo', '--data', folder, '--port', String(PORT)], { stdio: 'ignore' })
for (;;) {
  if (await fetch(`${base}/api/health`).then((r) => r.ok, () => false)) break
  if (server.exitCode !== null) throw new Error('The demonstration did not start')
  await new Promise((resolve) => setTimeout(resolve, 500))
}

const browser = await openBrowser()
try {
  for (const [name, user, address, then] of pictures.filter(([name]) => asked.length === 0 || asked.includes(name))) {
    const isPhone = name.startsWith('m-')
    const { page, context } = await newPage(browser, isPhone ? 390 : 1440, isPhone ? 844 : 900)
    await page.goto(`${base}${isPhone ? '/m/' : '/'}`)
    await page.locator('input[type="password"]').waitFor()
    await page.locator('input:not([type="password"])').first().fill(user)
    await page.locator('input[type="password"]').fill('BacQuang@2018')
    await page.keyboard.press('Enter')
    await page.locator('input[type="password"]').waitFor({ state: 'detached' })
    await page.goto(base + address)
    await page.waitForLoadState('networkidle')
    if (then === 'first-returned') {
      await page.goto(`${base}/ket-nap?tra-lai=1`)
      await page.waitForLoadState('networkidle')
    }
    if (then) {
      const links = { 'first-sheet': 'main tbody a[href*="/dang-vien/"]', 'first-campaign': 'main tbody a[href*="/bo-sung/"]', 'first-plan': 'main tbody a[href*="/sap-xep/"]' }
      await page.locator(links[then] ?? 'main a[href*="/ket-nap/"]').first().click()
      if (then === 'first-sheet') await page.locator('.page-related a[href*="/phieu"]').click()
      await page.waitForLoadState('networkidle')
    }
    await page.waitForTimeout(400)
    await page.screenshot({ path: join(root, 'docs/huong-dan/hinh', `${name}.png`) })
    console.log(`${name}.png`)
    await context.close()
  }
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(folder, { recursive: true, force: true })
}
