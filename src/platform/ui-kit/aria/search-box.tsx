import './strings.ts'
import { useEffect, useLayoutEffect, useState, type KeyboardEvent } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import type { SearchBoxProps, SearchGroup, SearchItem } from '../fields/search-box-types.ts'

const WAIT_AFTER_TYPING = 150

type Finds = { readonly text: string; readonly groups: readonly SearchGroup[]; readonly failed: boolean }
const nothingYet: Finds = { text: '', groups: [], failed: false }

/** What was found for the text; until it comes, what was found before. */
function useFinds(search: SearchBoxProps['search'], text: string): Finds {
  const [finds, setFinds] = useState(nothingYet)
  useEffect(() => {
    const stop = new AbortController()
    const timer = setTimeout(() => {
      if (!text) return setFinds(nothingYet)
      search(text, stop.signal)
        .then((groups) => !stop.signal.aborted && setFinds({ text, groups, failed: false }))
        .catch(() => !stop.signal.aborted && setFinds({ text, groups: [], failed: true }))
    }, WAIT_AFTER_TYPING)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
    // The function is made anew at every drawing; only the words decide.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [text])
  return finds
}

/** Takes over what was typed, and the caret, from the field that stood here until this part was fetched. */
function useTakenOver(inputRef: SearchBoxProps['inputRef'], setText: (text: string) => void): void {
  const [before] = useState(() => ({ field: inputRef.current, text: inputRef.current?.value ?? '', focused: inputRef.current !== null && document.activeElement === inputRef.current }))
  useLayoutEffect(() => {
    if (before.text) setText(before.text)
    if (before.focused) inputRef.current?.focus()
    // Once, when this field takes the place of the other.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}

const drawItem = (item: SearchItem) => (
  <ListBoxItem id={item.id} textValue={item.label} className={item.look === 'more' ? 'combo-item search-more' : 'combo-item search-item'}>
    <span>{item.label}</span>
    {item.note && <span className="hint">{item.note}</span>}
  </ListBoxItem>
)

const drawGroup = (group: SearchGroup) => (
  <ListBoxSection id={group.id}>
    <Header className="search-group">{group.title}</Header>
    <Collection items={group.items}>{drawItem}</Collection>
  </ListBoxSection>
)

export default function AriaSearchBox({ inputRef, label, search, none, failed, onOpen, onSubmit }: SearchBoxProps) {
  const [text, setText] = useState('')
  const asked = text.trim()
  const finds = useFinds(search, asked)
  useTakenOver(inputRef, setText)
  const [round, setRound] = useState(0)
  const leave = () => {
    setText('')
    setRound(round + 1)
  }
  const open = (id: string | number | null) => {
    if (id === null) return
    onOpen(String(id), asked)
    leave()
  }
  const submit = (event: KeyboardEvent<HTMLElement>) => {
    const chosen = inputRef.current?.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || chosen || !asked) return
    event.preventDefault()
    event.stopPropagation()
    onSubmit(asked)
    leave()
  }
  return (
    <I18nProvider locale="vi-VN">
      <div onKeyDownCapture={submit}>
        <ComboBox key={round} aria-label={label} className="search-box" inputValue={text} onInputChange={setText} items={asked ? finds.groups : []} value={null} onChange={open}
          allowsEmptyCollection allowsCustomValue menuTrigger="input" shouldFocusWrap>
          <Input ref={inputRef} type="text" inputMode="search" enterKeyHint="search" autoComplete="off" spellCheck={false} className="input" placeholder={label} />
          <Popover className={finds.text ? 'popover combo-list search-list' : 'popover search-list search-list-waiting'} offset={4} placement="bottom start">
            <ListBox<SearchGroup> renderEmptyState={() => (finds.text ? <div className="search-none">{finds.failed ? failed : none}</div> : null)}>{drawGroup}</ListBox>
          </Popover>
        </ComboBox>
      </div>
    </I18nProvider>
  )
}
