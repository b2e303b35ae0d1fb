import { useState } from 'react'
import { newId } from '../../../kernel/index.ts'
import { Button, Form, SummaryList, useAct, useTell, type SummaryRow } from '../../../platform/ui-kit/index.ts'
import { supplementItems } from '../codes.ts'
import { memberSheet, ROOM, type Supplement } from './client.ts'
import { changeOf, draftOf, ItemEditor, type Draft, type EditorItem } from './item-editor.tsx'
import { itemName } from './said.ts'
import { word } from './words.vi.ts'

const order: readonly string[] = supplementItems

const standingOf = (item: EditorItem): string => (item.covered ? word('coveredChange') : item.isList ? word('linesOf', { n: item.entries.length }) : (item.text ?? word('notTold')))

/** The yearly supplement: items filled in with what stands; “Có thay đổi” opens one. An empty form says that nothing changed. */
export function SupplementForm({ supplement, onDone }: { supplement: Supplement; onDone: () => void }) {
  const items: readonly EditorItem[] = supplement.filledIn.toSorted((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  const [drafts, setDrafts] = useState<readonly Draft[]>([])
  const tell = useTell()
  const act = useAct(memberSheet.answerSupplement, { refresh: [[ROOM]], onDone: () => { tell(word('answerDone')); onDone() } })
  const submit = () => void act.run({ supplementId: supplement.id, version: supplement.version, changes: drafts.map(changeOf) })
  const replace = (id: string, next?: Draft) => setDrafts((now) => now.flatMap((each) => (each.id === id ? (next ? [next] : []) : [each])))
  const rowOf = (item: EditorItem): SummaryRow => ({
    label: itemName(item.key), value: standingOf(item),
    act: <Button look="quiet" onClick={() => setDrafts((now) => [...now, draftOf(item, newId())])}>{word('changed')}<span className="visually-hidden">: {itemName(item.key)}</span></Button>,
  })
  return (
    <Form onSubmit={submit} failure={act.failure} acts={<Button type="submit" look="main" running={act.running}>{word(drafts.length ? 'answer' : 'answerNone')}</Button>}>
      <p className="hint">{word('formLead')}</p>
      {items.map((item) => (
        <div key={item.key} className="supplement-item">
          <SummaryList rows={[rowOf(item)]} />
          {drafts.filter((draft) => draft.key === item.key).map((draft) => (
            <ItemEditor key={draft.id} item={item} draft={draft} onChange={(next) => replace(draft.id, next)} onDrop={() => replace(draft.id)} />
          ))}
        </div>
      ))}
    </Form>
  )
}
