export { appendEntry, verifyChain, type ChainState } from './queries/entries.ts'
