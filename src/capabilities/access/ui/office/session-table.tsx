import { Button, DataTable, momentText, type Column } from '../../../../platform/ui-kit/index.ts'
import type { AccountWithSessions } from '../client.ts'
import { word } from '../words.vi.ts'

type Session = AccountWithSessions['sessions'][number]

/** Open sessions of a user. Without `onEnd` they can only be read. */
export function SessionTable({ sessions, onEnd }: { sessions: readonly Session[]; onEnd?: (key: string) => void }) {
  const columns: Column<Session>[] = [
    { id: 'kind', title: word('sessionKind'), cell: ({ kind, label }) => [word(kind === 'browser' ? 'sessionBrowser' : 'sessionToken'), label].filter(Boolean).join(' – ') },
    { id: 'since', title: word('sessionSince'), tight: true, cell: ({ createdAt }) => momentText(createdAt) },
    { id: 'seen', title: word('sessionSeen'), tight: true, cell: ({ lastSeenAt }) => momentText(lastSeenAt) },
    { id: 'until', title: word('sessionUntil'), tight: true, cell: ({ expiresAt }) => momentText(expiresAt) },
  ]
  const act: Column<Session> = {
    id: 'end', title: word('columnEnd'), tight: true,
    cell: ({ key, createdAt }) => <Button look="quiet" aria-label={word('sessionEndLabel', { moment: momentText(createdAt) })} onClick={() => onEnd?.(key)}>{word('sessionEnd')}</Button>,
  }
  return <DataTable caption={word('sessionsTitle')} columns={onEnd ? [...columns, act] : columns} rows={sessions} rowKey={(session) => session.key} empty={word('sessionsNone')} />
}
