import { messages, type MessageKey } from './messages.vi.ts'

export type Fillings = Readonly<Record<string, string | number>>

/** Fills `{name}` places of a text; a place without a filling stays visible, so that it is noticed. */
export function fill(template: string, fillings: Fillings = {}): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in fillings ? String(fillings[name]) : place))
}

/** A shared text of the screens by its key, filled in. */
export function say(key: MessageKey, fillings?: Fillings): string {
  return fill(messages[key], fillings)
}
