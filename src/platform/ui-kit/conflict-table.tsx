import { useState } from 'react'
import { Button } from './button.tsx'
import { say } from './say.ts'

export type ConflictField = { readonly name: string; readonly label: string; readonly mine: string; readonly theirs: string }

/** Two people changed the same thing: both versions side by side by field, one chosen for each; nothing is dropped unseen. */
export function ConflictTable(props: { fields: readonly ConflictField[]; onUse: (chosen: Readonly<Record<string, 'mine' | 'theirs'>>) => void; running?: boolean }) {
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({})
  const open = props.fields.filter((field) => !chosen[field.name]).length
  const side = (field: ConflictField, which: 'mine' | 'theirs') => (
    <label className="choice">
      <input type="radio" name={`conflict-${field.name}`} checked={chosen[field.name] === which} onChange={() => setChosen({ ...chosen, [field.name]: which })} />
      <span>{field[which] || say('ui.number.unknown')}</span>
    </label>
  )
  return (
    <div className="conflict">
      <table className="data-table">
        <caption className="visually-hidden">{say('ui.conflict.todo')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('ui.conflict.field')}</th>
            <th scope="col">{say('ui.conflict.mine')}</th>
            <th scope="col">{say('ui.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {props.fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              <td>{side(field, 'mine')}</td>
              <td>{side(field, 'theirs')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open === 0 && (
        <Button look="main" onClick={() => props.onUse(chosen)} running={props.running ?? false}>
          {say('ui.conflict.use')}
        </Button>
      )}
    </div>
  )
}
