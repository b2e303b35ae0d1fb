import { useEffect, useState } from 'react'
import { Drawer } from './drawer.tsx'
import { say } from './say.ts'
import { isTyping } from './use-row-keys.ts'

const keys = [
  [['/'], 'ui.keys.search'],
  [['Ctrl+K'], 'ui.keys.searchAnywhere'],
  [['j'], 'ui.keys.next'],
  [['k'], 'ui.keys.previous'],
  [['Enter'], 'ui.keys.open'],
  [['g', 'v'], 'ui.keys.work'],
  [['?'], 'ui.keys.help'],
] as const

/** The list of keys, opened by `?`. */
export function KeyHelp() {
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event)) setOpen((now) => !now)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return (
    <Drawer open={open} onClose={() => setOpen(false)} title={say('ui.keys.title')}>
      <dl className="key-list">
        {keys.map(([pressed, what]) => (
          <div key={what}>
            <dt>
              {pressed.map((key, i) => (
                <span key={key}>
                  {i > 0 && ` ${say('ui.keys.then')} `}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{say(what)}</dd>
          </div>
        ))}
      </dl>
    </Drawer>
  )
}
