import './access.css'
import type { ReactNode } from 'react'
import { Band, dayText, say, useRead, useTitle } from '../../../platform/ui-kit/index.ts'
import type { PlainDate } from '../../../kernel/index.ts'
import { access, ROOM } from './client.ts'
import { word } from './words.vi.ts'

/** The frame of the pages before the desk: mark, name of the organisation, one question. */
export function EntranceFrame({ title, unset, children }: { title: string; /** Stands instead of the content while the system has no data. */ unset?: ReactNode; children: ReactNode }) {
  useTitle(title)
  const { value } = useRead([ROOM, 'entrance'], (signal) => access.findEntrance({}, { signal }))
  return (
    <>
      {value?.demonstration && <header><Band tone="demo">{say('ui.demo.band', { day: dayText(value.today as PlainDate) })}</Band></header>}
      <main className="entrance">
        <p className="entrance-mark">{say('ui.product')}</p>
        {value?.organisationName && <p className="entrance-organisation">{value.organisationName}</p>}
        <p className="entrance-notice">{word('notice')}</p>
        <h1>{title}</h1>
        {value && value.organisationName === null && unset ? unset : children}
      </main>
    </>
  )
}
