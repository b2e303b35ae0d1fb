import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeFindings, newPage, openBrowser } from '../harness/browser.ts'
import { serveWebPages, webPagesOfRun, type WebPages } from '../harness/web-pages.ts'

let folder: string
let web: WebPages
let browser: Browser

beforeAll(async () => {
  folder = await webPagesOfRun()
  web = await serveWebPages(folder)
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await web?.close()
})

async function openGallery(device: 'office' | 'pocket', query: string, width: number) {
  const opened = await newPage(browser, width)
  await opened.page.goto(`${web.origin}/gallery-${device}.html?${query}`)
  await opened.page.locator('h1').waitFor()
  return opened
}

/** Bytes, gzipped, of every script that the page asks for before it is drawn. */
async function firstLoad(page: string): Promise<number> {
  const html = await readFile(join(folder, page), 'utf8')
  const scripts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map((match) => match[1]!)
  expect(scripts.length).toBeGreaterThan(0)
  const sizes = await Promise.all(scripts.map(async (script) => gzipSync(await readFile(join(folder, script))).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('the first page of the office and of the pocket stay within their budgets', async () => {
  expect(await firstLoad('office.html')).toBeLessThanOrEqual(250_000)
  expect(await firstLoad('pocket.html')).toBeLessThanOrEqual(150_000)
})

test('no page carries a script or a style inside itself', async () => {
  for (const page of (await readdir(folder)).filter((name) => name.endsWith('.html'))) {
    const html = await readFile(join(folder, page), 'utf8')
    expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)/)
  }
})

test('no schema of the contract reaches the browser', async () => {
  for (const script of (await readdir(join(folder, 'assets'))).filter((name) => name.endsWith('.js')))
    expect((await readFile(join(folder, 'assets', script), 'utf8')).includes('ZodError'), script).toBe(false)
})

const everyPage = [
  ...['list', 'file', 'bits'].flatMap((page) => [1440, 390].map((width) => ['office', `page=${page}`, width] as const)),
  ['office', 'page=file&xem=2018-06-30', 1440],
  ['office', 'page=list&type=large', 1440],
  ...['home', 'vote', 'attendance'].map((page) => ['pocket', `page=${page}`, 390] as const),
  ['pocket', 'page=vote&type=large', 390],
] as const

test.each(everyPage)('%s ?%s at %i px has no fault, nothing beyond its edge, and nothing for axe', async (device, query, width) => {
  const { page, context, faults } = await openGallery(device, query, width)
  await page.waitForTimeout(800)
  expect(await axeFindings(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('every target of the pocket is at least 48 px high', async () => {
  const { page, context } = await openGallery('pocket', 'page=attendance', 390)
  const heights = await page.locator('a:visible, button:visible, .big-option, input.input').evaluateAll((all) => all.map((one) => (one as unknown as { offsetHeight: number }).offsetHeight))
  expect(heights.length).toBeGreaterThan(10)
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(48)
  await context.close()
})

test('j and k walk through the rows that open something', async () => {
  const { page, context } = await openGallery('office', 'page=list', 1440)
  const row = () => page.evaluate('document.activeElement.dataset.row')
  await page.keyboard.press('j')
  expect(await row()).toBe('1')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await row()).toBe('2')
  await context.close()
})

test('a filter is chosen and dropped by the keyboard alone', async () => {
  const { page, context } = await openGallery('office', 'page=list', 1440)
  await page.getByRole('button', { name: 'Đảng bộ: xã Quang Minh', exact: true }).focus()
  await page.keyboard.press('Enter')
  // The menu is drawn before it takes the focus; a key pressed in between belongs to nobody.
  await page.locator('[role=menuitemradio][aria-checked=true]:focus', { hasText: 'xã Quang Minh' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.locator('[role=menuitemradio]:focus', { hasText: 'xã Liên Hiệp' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Đảng bộ: xã Liên Hiệp', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Bỏ lọc “Đảng bộ: xã Liên Hiệp”' }).press('Enter')
  await page.getByRole('button', { name: 'Đảng bộ: tất cả', exact: true }).waitFor()
  await context.close()
})

test('choosing rows offers the whole filter, and a past day offers no choosing at all', async () => {
  const { page, context } = await openGallery('office', 'page=list', 1440)
  await page.getByRole('button', { name: 'Chọn cả bộ lọc (136 dòng)' }).click()
  await page.getByText('Đã chọn cả bộ lọc: 136 dòng.').waitFor()
  await page.goto(`${web.origin}/gallery-office.html?page=list&xem=2018-06-30`)
  await page.getByText('tính đến 30/06/2018', { exact: true }).waitFor()
  expect(await page.getByRole('checkbox').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'In phiếu nhắc' }).count()).toBe(0)
  await context.close()
})

test('a drawer keeps the focus, closes on Escape and gives the focus back', async () => {
  const { page, context } = await openGallery('office', 'page=bits', 1440)
  const opener = page.getByRole('button', { name: 'Kết nạp: 164 người' })
  await opener.click()
  await page.getByRole('dialog', { name: 'Kết nạp: 164 người' }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  expect(await opener.evaluate((button) => (button as unknown as { matches(selector: string): boolean }).matches(':focus'))).toBe(true)
  await context.close()
})

test('a branch of the tree is fetched when it is opened, and found without marks', async () => {
  const { page, context, faults } = await openGallery('office', 'page=bits', 1440)
  const tree = page.getByRole('treegrid')
  await tree.getByRole('row', { name: 'xã Quang Minh' }).getByRole('button').click()
  await tree.getByRole('row', { name: 'Chi bộ Thôn Khun Luông' }).waitFor()
  await page.locator('input[name=find]').fill('khun luong')
  await expect.poll(() => tree.getByRole('row', { name: 'xã Liên Hiệp' }).count()).toBe(0)
  expect(await tree.getByRole('row', { name: 'Chi bộ Thôn Khun Luông' }).count()).toBe(1)
  expect(faults).toEqual([])
  await context.close()
})

test('a person is found by typing, and stands in the field when chosen', async () => {
  const { page, context, faults } = await openGallery('office', 'page=bits', 1440)
  const field = page.getByRole('combobox', { name: 'Đảng viên giới thiệu' })
  await field.waitFor()
  await field.pressSequentially('Lục')
  await page.getByRole('option', { name: 'Lục Quang Huy (1990)' }).waitFor()
  // While the list is open, the rest of the page is hidden from screen readers, which axe takes for a fault of the rest.
  expect(await axeFindings(page, '.combo-list')).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await field.inputValue()).toBe('Lục Quang Huy (1990)')
  expect(faults).toEqual([])
  await context.close()
})

test('an error is said on top and at its field, and the line on top leads to the field', async () => {
  const { page, context } = await openGallery('office', 'page=bits', 1440)
  await page.getByRole('alert').getByRole('link', { name: 'Ngày họp 05/11/2018 còn ở phía trước.' }).click()
  const field = page.getByRole('textbox', { name: 'Ngày chi bộ họp' })
  expect(await field.evaluate((input) => (input as unknown as { matches(selector: string): boolean }).matches(':focus'))).toBe(true)
  expect(await page.title()).toMatch(/^Lỗi: /)
  await field.fill('31/02/2018')
  await field.blur()
  await page.getByText('“31/02/2018” không phải là một ngày có trong lịch.').waitFor()
  await context.close()
})

test('a day that is none is said when the form is sent by Enter, without leaving the field', async () => {
  const { page, context } = await openGallery('office', 'page=bits', 1440)
  const field = page.getByRole('textbox', { name: 'Ngày chi bộ họp' })
  await field.fill('31/02/2018')
  await field.press('Enter')
  await page.getByRole('alert').getByRole('link', { name: '“31/02/2018” không phải là một ngày có trong lịch.' }).waitFor()
  await context.close()
})

test('what was done can be undone for ten seconds', async () => {
  const { page, context } = await openGallery('office', 'page=bits', 1440)
  await page.getByRole('button', { name: 'Gửi nhắc việc' }).click()
  const place = page.locator('.undo-place')
  await place.getByText('Đã gửi 12 phiếu nhắc').waitFor()
  await place.getByRole('button', { name: 'Hoàn tác' }).click()
  await place.getByText('Đã hoàn tác').waitFor()
  await context.close()
})

test('on paper there is a head, and no button', async () => {
  const { page, context } = await openGallery('office', 'page=list', 1440)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.print-head').innerText()).toContain('Người in: Vũ Thị Hạnh, Chuyên viên Ban Tổ chức')
  expect(await page.locator('.button:visible').count()).toBe(0)
  expect(await page.locator('.shape:visible').count()).toBeGreaterThan(0)
  await context.close()
})
