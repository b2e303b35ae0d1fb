import { AppLink } from './app-link.tsx'
import { countText } from './format.ts'
import { Pager } from './pager.tsx'
import { say } from './say.ts'

/** Somebody, or an organisation, behind a number; `notes`: where he or she stands, and why counted. */
export type NamedLine = { readonly key: string; readonly to: string; readonly name: string; readonly bornYear?: number | null; readonly notes: readonly (string | null | undefined | false)[] }

type Props = {
  readonly lines: readonly NamedLine[]; readonly page: number; readonly size: number; readonly onPage: (page: number) => void
  /** The number itself. */
  readonly total: number
  /** In the number, but no longer in the reader's part. */
  readonly outside: number
}

/** The names behind a number, numbered through all pages. */
export function NamePages({ lines, page, size, onPage, total, outside }: Props) {
  return (
    <>
      {outside > 0 && <p className="hint">{say('ui.names.outside', { n: countText(outside) })}</p>}
      {lines.length === 0 && <p>{say('ui.names.none')}</p>}
      <ol className="name-pages" start={(page - 1) * size + 1}>
        {lines.map(({ key, to, name, bornYear, notes }) => (
          <li key={key}>
            <AppLink to={to}>{bornYear ? `${name} (${bornYear})` : name}</AppLink>
            <span className="hint">{notes.filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ol>
      {total - outside > size && <Pager total={total - outside} page={page} pageSize={size} onPage={onPage} />}
    </>
  )
}
