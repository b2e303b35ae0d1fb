import type { WordedReason } from '../problem.ts'

/** One request as it travels later: `{name}` in its path is filled from the answer to an earlier step of the same entry. */
export type Step = {
  /** Idempotency key: sent again with the same input, the server does it once. */
  readonly id: string
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** What an act is about. `version` is the one the form was filled in on, `seen` what its history held then. */
export type EntrySubject = { readonly kind: string; readonly id: string; readonly version?: number; readonly seen?: readonly string[] }

/** What the person reads about a change while it waits: what it is, and what was typed. */
export type EntryWords = {
  readonly title: string
  readonly rows: readonly { readonly label: string; readonly value: string }[]
  readonly subject?: EntrySubject
  /** Address of the page it was made on. */
  readonly page: string
}

/** A change made on this phone: waiting, sent, or refused with the server's reasons. Only the person takes a refused one away. */
export type OutboxEntry = EntryWords & {
  readonly id: string
  /** ISO moment at which it was made, by the clock of the phone. */
  readonly madeAt: string
  readonly steps: readonly Step[]
  /** How many steps have arrived. */
  readonly done: number
  readonly state: 'waiting' | 'sent' | 'refused'
  readonly sentAt?: string
  readonly reasons?: readonly WordedReason[]
  /** Refused because somebody else changed the same thing first. */
  readonly isConflict?: boolean
}

/** What was last read under a name, and when it came from the server. */
export type KeptReading = { readonly value: unknown; readonly keptAt: string }

/** The changes of one phone and what it last read, for whoever is signed in. */
export type Phone = {
  keep(name: string, value: unknown): void
  find(name: string): Promise<KeptReading | undefined>
  entries(): readonly OutboxEntry[]
  /** Whether the server answered last. What the browser says of the network is no answer: a weak one counts as there. */
  isReached(): boolean
  tellReached(is: boolean): void
  /** Calls back when an entry or the state of the sending changes; gives the end of it back. */
  watch(changed: () => void): () => void
  put(words: EntryWords, steps: readonly Step[]): Promise<void>
  /** Sends what waits, oldest first, until one finds no answer. */
  send(): Promise<void>
  /** Lets a refused entry wait again; with a version, on that one. */
  sendAgain(id: string, version?: number): Promise<void>
  drop(id: string): Promise<void>
  /** Takes everything of this person off the phone. */
  wipe(): Promise<void>
}
