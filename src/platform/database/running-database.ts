/** A PostgreSQL that can be connected to. */
export type RunningDatabase = {
  /** Connection as the owner of the database, for migrations and backup only. Holds a password: never log it. */
  readonly ownerUrl: string
  readonly embedded: boolean
  /** `18.4` */
  readonly version: string
  /** Lets go; the packed server stops when no other process uses it. May be called more than once. */
  stop(): Promise<void>
}
