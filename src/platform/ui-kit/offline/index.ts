export { OutboxList, type OtherSide, type OtherSides } from './outbox-list.tsx'
export { word as offlineWord } from './words.vi.ts'
