import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { hashPassword } from '../../src/capabilities/access/index.ts'
import { SESSION_COOKIE } from '../../src/platform/http/index.ts'
import { newPage, openBrowser } from './browser.ts'
import type { AccountName } from './ground.ts'
import { openHouse } from './house.ts'
import { openHttp } from './http.ts'
import { webPagesOfRun } from './web-pages.ts'

export const PASSWORD = 'mot-mat-khau-dai'
const PHONE = 390
/** For how long a page asks for nothing before it is taken as drawn. */
const QUIET_MS = 60
const PATIENCE_MS = 10_000

/** One person before the product: a page of the browser in which that account works. */
export class Desk {
  private asking = 0

  constructor(readonly page: Page, readonly origin: string, readonly faults: string[]) {
    page.setDefaultTimeout(PATIENCE_MS)
    page.on('request', () => { this.asking++ })
    for (const end of ['requestfinished', 'requestfailed'] as const) page.on(end as 'requestfinished', () => { this.asking-- })
  }

  /** Opens an address and waits until nothing is being fetched any more. */
  async open(address: string): Promise<void> {
    await this.page.goto(this.origin + address)
    await this.settle()
  }

  /** Moves to an address of the same shell as a link would, without loading the program again. */
  async go(address: string): Promise<void> {
    await this.page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`)
    await pause(QUIET_MS)
    await this.settle()
  }

  /** Until the title stands, nothing is being fetched, and nothing on the page waits for an answer. */
  async settle(): Promise<void> {
    await this.page.locator('h1').first().waitFor().catch(async (error: unknown) => {
      throw new Error(`No title at ${this.page.url()}: ${await this.page.locator('body').innerText()} ${this.faults.join(' ')}`, { cause: error })
    })
    for (let quiet = 0; quiet < 2; await pause(QUIET_MS)) quiet = this.asking === 0 && (await this.page.locator('[aria-busy=true]').count()) === 0 ? quiet + 1 : 0
  }

  title(): Promise<string> { return this.page.locator('h1').first().innerText() }
  main() { return this.page.getByRole('main') }
  /** All words of the page, white space as one blank. */
  async words(): Promise<string> { return (await this.main().innerText()).replace(/\s+/g, ' ') }
  link(name: string | RegExp) { return this.main().getByRole('link', { name }).first() }
  button(name: string | RegExp) { return this.page.getByRole('button', { name }).first() }
  async press(name: string | RegExp): Promise<void> { await this.button(name).click() }
  async follow(name: string | RegExp): Promise<void> { await this.link(name).click(); await this.settle() }
  /** Types into the fields of these labels. */
  async fill(answers: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(answers)) await this.page.getByLabel(label).first().fill(value)
  }
  /** Chooses from what is found by typing, in a field of the page itself. */
  async find(label: string, text: string): Promise<void> {
    await this.main().getByRole('combobox', { name: label }).first().fill(text)
    await this.page.getByRole('option', { name: text }).first().click()
  }
  /** Chooses one word of a group, all in sight. */
  async choose(group: string | RegExp, word: string): Promise<void> { await this.page.getByRole('group', { name: group }).getByLabel(word, { exact: true }).check() }
  async saw(text: string | RegExp): Promise<void> { await this.page.getByText(text).filter({ visible: true }).first().waitFor() }
  close(): Promise<void> { return this.page.context().close() }
}

/** The product over HTTP with its built pages, on a house of its own, and a browser before it. */
export async function openDesks({ today }: { today?: string } = {}) {
  const house = await openHouse(today ? { today } : {})
  const app = await openHttp(house, { webFolder: await webPagesOfRun() })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  const browser = await openBrowser()
  return {
    house, origin, browser,
    /** Signed in already, as the account of the ground. */
    async sit(name: AccountName, width = 1440): Promise<Desk> {
      const { page, context, faults } = await newPage(browser, width)
      await context.addCookies([{ name: SESSION_COOKIE, value: house.ground.accounts[name].secret, url: origin }])
      return new Desk(page, origin, faults)
    },
    /** Somebody whom nobody knows yet. */
    async visit(width = 1440): Promise<Desk> {
      const { page, faults } = await newPage(browser, width)
      return new Desk(page, origin, faults)
    },
    /** Before the door: gets in with name and password, through the page. */
    async signIn(name: AccountName, width = PHONE): Promise<Desk> {
      await house.owner.query('update access.account set password_hash = $2 where id = $1', [house.ground.accounts[name].id, await hashPassword(PASSWORD)])
      const { page, faults } = await newPage(browser, width)
      const desk = new Desk(page, origin, faults)
      await page.goto(origin + (width === PHONE ? '/m/' : '/'))
      await desk.fill({ 'Tên đăng nhập': name })
      await page.locator('input[type=password]').fill(PASSWORD)
      await desk.press('Đăng nhập')
      await page.locator('input[type=password]').waitFor({ state: 'detached' })
      await desk.settle()
      return desk
    },
    async close() {
      await browser.close()
      await app.close()
      await house.close()
    },
  }
}

export type Desks = Awaited<ReturnType<typeof openDesks>>
