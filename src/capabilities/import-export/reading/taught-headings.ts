import { fold, tidy } from '../../../kernel/index.ts'
import type { AssignableField } from '../assignable-fields.ts'
import { meaningOf, type Field, type Meaning } from './headings.ts'

/** What headings mean to one sender, beside what is known of headings in general: by heading, `null` = not read. */
export type TaughtHeadings = Readonly<Record<string, AssignableField | null>>

const NOT_READ: Meaning = { field: 'known' }

export function meaningFrom(field: AssignableField | null): Meaning {
  if (field === null) return NOT_READ
  const [name, detail] = field.split(':')
  return { field: name as Field, ...(detail ? { detail } : {}) }
}

/** A heading as it is compared: letters, marks and blanks aside. */
const keyOf = (heading: string): string => fold(tidy(heading))
export const joinedHeading = (parts: readonly string[]): string => parts.map(tidy).filter((part) => part !== '').join(' / ')

/** The meaning of headings for one file: what its sender was taught to mean by them first, then what is known of headings. */
export class Headings {
  private readonly taught: ReadonlyMap<string, Meaning>

  constructor(taught: TaughtHeadings = {}) {
    this.taught = new Map(Object.entries(taught).map(([heading, field]) => [keyOf(heading), meaningFrom(field)]))
  }

  meaningOf(parts: readonly string[]): Meaning | undefined {
    return this.taughtMeaningOf(parts) ?? meaningOf(parts)
  }

  /** Only what was taught, where it says something else than the heading says by itself. */
  taughtOtherwise(parts: readonly string[]): Meaning | undefined {
    const taught = this.taughtMeaningOf(parts)
    if (!taught) return undefined
    const own = meaningOf(parts) ?? NOT_READ
    return own.field === taught.field && own.detail === taught.detail ? undefined : taught
  }

  private taughtMeaningOf(parts: readonly string[]): Meaning | undefined {
    return this.taught.size === 0 ? undefined : this.taught.get(keyOf(joinedHeading(parts)))
  }
}
