import './strings.ts'
import { useCallback, useEffect, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox as AriaComboBoxRoot } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { say } from '../say.ts'
import { Field } from '../fields/field.tsx'
import type { ComboBoxProps, ComboItem } from '../fields/combo-box-types.ts'

const WAIT_AFTER_TYPING = 200

function useSearch(search: ComboBoxProps['search'], text: string): readonly ComboItem[] {
  const [items, setItems] = useState<readonly ComboItem[]>([])
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      search(text, stop.signal)
        .then((found) => !stop.signal.aborted && setItems(found))
        .catch(() => !stop.signal.aborted && setItems([]))
    }, WAIT_AFTER_TYPING)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
    // The function is made anew at every drawing; only the words decide.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
  return items
}

/** The chosen one stands among what was found, or its name would not be shown until the list has come. */
const withChosen = (items: readonly ComboItem[], chosen: ComboItem | undefined): readonly ComboItem[] =>
  chosen && !items.some(({ id }) => id === chosen.id) ? [chosen, ...items] : items

/** The drawer in which a field stands. It lies above the page, and a list outside it could not be pressed. */
function useDrawerAround() {
  const [drawer, setDrawer] = useState<Element>()
  return { drawer, ref: useCallback((element: Element | null) => setDrawer(element?.closest('dialog') ?? undefined), []) }
}

export default function AriaComboBox(props: ComboBoxProps) {
  const [text, setText] = useState(props.value?.label ?? '')
  const found = useSearch(props.search, text)
  const items = text === props.value?.label ? withChosen(found, props.value) : found
  const { drawer, ref } = useDrawerAround()
  const choose = (id: string | number | null) => {
    const item = items.find((one) => one.id === id)
    if (id !== null && !item) return
    props.onChange(item)
    setText(item?.label ?? '')
  }
  return (
    <I18nProvider locale="vi-VN">
      <Field {...props}>
        {(control) => (
          <AriaComboBoxRoot ref={ref} aria-label={props.label} className="combo" inputValue={text} onInputChange={setText} items={items} value={props.value?.id ?? null} onChange={choose}
            allowsEmptyCollection menuTrigger="input" onBlur={() => setText(props.value?.label ?? '')}>
            <Input {...control} className="input" />
            <AriaButton className="combo-button" aria-label={say('ui.combo.show')}>
              ▾
            </AriaButton>
            <Popover className="popover combo-list" offset={4} UNSTABLE_portalContainer={drawer}>
              <ListBox<ComboItem> renderEmptyState={() => <span className="combo-none">{say('ui.combo.none')}</span>}>
                {(item) => (
                  <ListBoxItem id={item.id} textValue={item.label} className="combo-item">
                    <span>{item.label}</span>
                    {item.note && <span className="hint">{item.note}</span>}
                  </ListBoxItem>
                )}
              </ListBox>
            </Popover>
          </AriaComboBoxRoot>
        )}
      </Field>
    </I18nProvider>
  )
}
