import { useSyncExternalStore } from 'react'

const KEPT_AS = 'dangvu.large-type'
const listeners = new Set<() => void>()

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === '1'
  } catch {
    return false
  }
}

let isOn: boolean | undefined

function show(on: boolean) {
  isOn = on
  if (on) document.documentElement.dataset['type'] = 'large'
  else delete document.documentElement.dataset['type']
}

function current(): boolean {
  if (isOn === undefined) show(kept())
  return isOn!
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Large type on or off, everywhere on the page at once; kept in this browser. */
export function setLargeType(on: boolean): void {
  show(on)
  try {
    localStorage.setItem(KEPT_AS, on ? '1' : '0')
  } catch {
    // A browser that keeps nothing still shows large type until the page is closed.
  }
  for (const listener of listeners) listener()
}

/** Whether large type is on, and the switch. Sizes grow by a quarter. */
export const useLargeType = (): [boolean, (on: boolean) => void] => [useSyncExternalStore(subscribe, current), setLargeType]
