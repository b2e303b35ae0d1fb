import { ariaMessages } from './messages.vi.ts'

// React Aria looks for these two marks on the window before it uses the strings it was packed with.
const page = window as unknown as Record<symbol, unknown>
page[Symbol.for('react-aria.i18n.locale')] = 'vi-VN'
page[Symbol.for('react-aria.i18n.strings')] = ariaMessages
