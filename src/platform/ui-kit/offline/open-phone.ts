import { newId } from '../../../kernel/index.ts'
import type { KeptReading, OutboxEntry, Phone } from './entry.ts'
import { followsOn, onVersion, sendEntry } from './sending.ts'
import { openBoxes, type Box, type BoxName } from './store.ts'

const DAY_MS = 86_400_000
/** Older readings are no longer shown: a lost phone holds at most the last month. */
const READINGS_LAST_DAYS = 30
const SENT_LAST_DAYS = 7
const RETRY_EVERY_MS = 20_000
const LOCK = 'dangvu-outbox'

const olderThan = (moment: string | undefined, days: number): boolean => moment !== undefined && Date.now() - Date.parse(moment) > days * DAY_MS
const byTime = (a: OutboxEntry, b: OutboxEntry) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0)

/** One tab sends at a time; the server would do a thing once anyway. */
async function alone(act: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return act()
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => { if (lock) await act() })
}

type Boxes = Record<BoxName, Box>

/** Whose things the phone holds, and how many of them have not been sent; `undefined` when it is empty. */
export async function formerOwner(owner: string): Promise<{ unsent: number } | undefined> {
  const boxes = await openBoxes()
  const held = await boxes.owner.get<string>('account')
  if (held === undefined || held === owner) return undefined
  return { unsent: (await boxes.entry.all<OutboxEntry>()).filter((entry) => entry.state !== 'sent').length }
}

async function clear(boxes: Boxes): Promise<void> {
  await Promise.all([boxes.reading.clear(), boxes.entry.clear(), boxes.owner.clear()])
}

async function dropOld(boxes: Boxes): Promise<void> {
  for (const name of await boxes.reading.keys()) if (olderThan((await boxes.reading.get<KeptReading>(name))?.keptAt, READINGS_LAST_DAYS)) await boxes.reading.remove(name)
  for (const entry of await boxes.entry.all<OutboxEntry>()) if (olderThan(entry.sentAt, SENT_LAST_DAYS)) await boxes.entry.remove(entry.id)
}

/** Who was signed in when the phone last had an answer; `undefined` after signing out, or when that is too long ago. */
export async function lastSeen(): Promise<KeptReading | undefined> {
  const boxes = await openBoxes()
  const seen = await boxes.owner.get<KeptReading>('session')
  return olderThan(seen?.keptAt, READINGS_LAST_DAYS) ? undefined : seen
}

export type PhoneOptions = {
  readonly owner: string
  /** Names what is read apart by the role it was read in. */
  readonly holding: string
  /** What the shell needs to open without an answer; absent when it was itself found on the phone. */
  readonly session?: unknown
  /** True while the server takes this browser for the owner: asked before anything is sent. */
  readonly isOwner: () => Promise<boolean>
  /** Something arrived: what is shown may be old. */
  readonly onSent: () => void
}

/**
 * Opens the memory of the phone for its owner. What another person left there is taken away first, unseen: on a phone that is
 * handed on, nobody meets the former's data. Sends whenever there is a network, and until it succeeds.
 */
export async function openPhone(options: PhoneOptions): Promise<Phone> {
  const boxes = await openBoxes()
  if (((await boxes.owner.get<string>('account')) ?? options.owner) !== options.owner) await clear(boxes)
  await boxes.owner.put('account', options.owner)
  if (options.session !== undefined) await boxes.owner.put('session', { value: options.session, keptAt: new Date().toISOString() } satisfies KeptReading)
  await dropOld(boxes)
  return new OpenPhone(boxes, options, (await boxes.entry.all<OutboxEntry>()).sort(byTime))
}

class OpenPhone implements Phone {
  private readonly watching = new Set<() => void>()
  private isWiped = false
  private reached = true
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly boxes: Boxes, private readonly options: PhoneOptions, private held: readonly OutboxEntry[]) {
    window.addEventListener('online', () => void this.send())
    document.addEventListener('visibilitychange', () => void this.send())
    void this.send()
  }

  entries = (): readonly OutboxEntry[] => this.held

  isReached = (): boolean => this.reached

  tellReached(is: boolean): void {
    if (this.reached === is) return
    this.reached = is
    this.show(this.held)
    if (is) void this.send()
  }

  watch = (changed: () => void) => {
    this.watching.add(changed)
    return () => this.watching.delete(changed)
  }

  private nameOf = (name: string) => `${this.options.holding} ${name}`

  keep(name: string, value: unknown): void {
    // A phone that is full goes on without: what was read is on the screen.
    if (!this.isWiped) this.boxes.reading.put(this.nameOf(name), { value, keptAt: new Date().toISOString() } satisfies KeptReading).catch(() => undefined)
  }

  async find(name: string): Promise<KeptReading | undefined> {
    const kept = await this.boxes.reading.get<KeptReading>(this.nameOf(name))
    return olderThan(kept?.keptAt, READINGS_LAST_DAYS) ? undefined : kept
  }

  async put(words: Parameters<Phone['put']>[0], steps: Parameters<Phone['put']>[1]): Promise<void> {
    await this.write({ ...words, steps, id: newId(), madeAt: new Date().toISOString(), done: 0, state: 'waiting' })
    this.sendLater()
  }

  async sendAgain(id: string, version?: number): Promise<void> {
    const entry = this.held.find((one) => one.id === id)
    if (!entry || entry.state !== 'refused') return
    const { reasons: _reasons, isConflict: _isConflict, ...rest } = entry
    const waiting: OutboxEntry = { ...rest, state: 'waiting' }
    await this.write(version === undefined ? waiting : onVersion(waiting, version, newId))
    await this.send()
  }

  async drop(id: string): Promise<void> {
    await this.boxes.entry.remove(id)
    this.show(this.held.filter((entry) => entry.id !== id))
  }

  async wipe(): Promise<void> {
    this.isWiped = true
    clearTimeout(this.timer)
    await clear(this.boxes)
    this.show([])
  }

  send = (): Promise<void> => alone(() => this.sendWaiting())

  private async sendWaiting(): Promise<void> {
    clearTimeout(this.timer)
    if (this.isWiped || !navigator.onLine || !this.waiting().length) return
    const isOwner = await this.options.isOwner().catch(() => false)
    if (this.isWiped) return
    const passed = new Set<string>()
    let arrived = false
    for (let entry = isOwner ? this.waiting()[0] : undefined; entry; entry = this.waiting().find((one) => !passed.has(one.id))) {
      passed.add(entry.id)
      const before = entry
      const outcome = await sendEntry(entry, (now) => this.write(now))
      await this.write(outcome.entry)
      if (outcome.stopped) break
      this.reached = true
      arrived = true
      if (outcome.version !== undefined)
        for (const later of this.held.filter((one) => followsOn(one, before))) await this.write(onVersion(later, outcome.version, newId))
    }
    if (arrived) this.options.onSent()
    this.sendLater()
  }

  private waiting = () => this.held.filter((entry) => entry.state === 'waiting')

  private sendLater(): void {
    clearTimeout(this.timer)
    if (this.waiting().length) this.timer = setTimeout(() => void this.send(), RETRY_EVERY_MS)
  }

  private async write(entry: OutboxEntry): Promise<void> {
    if (this.isWiped) return
    await this.boxes.entry.put(entry.id, entry)
    this.show([...this.held.filter((one) => one.id !== entry.id), entry].sort(byTime))
  }

  private show(entries: readonly OutboxEntry[]): void {
    this.held = entries
    for (const changed of this.watching) changed()
  }
}
