import { Button, DataTable, StatusMark, useDesk, type Column, type StatusShape } from '../../../../platform/ui-kit/index.ts'
import { roleNames } from '../../messages.vi.ts'
import type { Holding } from '../client.ts'
import { heldStateOf, type HeldState } from '../../codes.ts'
import { heldText, placeOf } from '../role-words.ts'
import { word, type Word } from '../words.vi.ts'

const stateMarks: Record<HeldState, { shape: StatusShape; words: Word }> = {
  held: { shape: 'done', words: 'roleHeld' }, later: { shape: 'future', words: 'roleLater' }, ended: { shape: 'dropped', words: 'roleEnded' },
}

/** Roles of a user as dated rows, newest first. Without `onEnd` they can only be read. */
export function HoldingTable({ holdings, onEnd }: { holdings: readonly Holding[]; onEnd?: (holding: Holding) => void }) {
  const { today } = useDesk()
  const markOf = (holding: Holding) => stateMarks[heldStateOf(holding, today)]
  const columns: Column<Holding>[] = [
    { id: 'role', title: word('columnRole'), cell: (holding) => <><strong>{roleNames[holding.role]}</strong><br /><StatusMark shape={markOf(holding).shape}>{word(markOf(holding).words)}</StatusMark></> },
    { id: 'place', title: word('columnPlace'), cell: placeOf },
    { id: 'range', title: word('columnRange'), tight: true, cell: heldText },
    { id: 'basis', title: word('columnBasis'), cell: (holding) => holding.basis ?? '' },
  ]
  const mayEnd = (holding: Holding) => heldStateOf(holding, today) !== 'ended'
  const act: Column<Holding> = {
    id: 'end', title: word('columnEnd'), tight: true,
    cell: (holding) => mayEnd(holding) && (
      <Button look="quiet" aria-label={word('endLabel', { role: roleNames[holding.role], place: placeOf(holding) })} onClick={() => onEnd?.(holding)}>{word('end')}</Button>
    ),
  }
  return <DataTable caption={word('rolesTitle')} columns={onEnd ? [...columns, act] : columns} rows={holdings} rowKey={(holding) => holding.id} empty={word('noRole')} />
}
