import { AppLink, useAddress } from '../../../../platform/ui-kit/index.ts'

type Row = { readonly personId: string; readonly fullName: string; readonly bornYear: number | null; readonly cellName: string; readonly aboveName: string | null }

/** People behind a number, numbered, each with the cell. */
export function NameRows({ rows, start }: { rows: readonly Row[]; start: number }) {
  const address = useAddress()
  return (
    <ol className="term-names" start={start}>
      {rows.map((row) => (
        <li key={row.personId}>
          <AppLink to={address('member', { id: row.personId })}>{row.bornYear ? `${row.fullName} (${row.bornYear})` : row.fullName}</AppLink>
          <span className="hint">{[row.cellName, row.aboveName].filter(Boolean).join(' – ')}</span>
        </li>
      ))}
    </ol>
  )
}
