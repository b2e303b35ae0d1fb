import { expect, test } from 'vitest'
import { words } from './words.vi.ts'
import { boardWords } from './words/board.vi.ts'
import { circumstancesWords } from './words/circumstances.vi.ts'
import { confirmationWords } from './words/confirmation.vi.ts'
import { decisionWords } from './words/decision.vi.ts'
import { fileWords } from './words/file.vi.ts'
import { formsWords } from './words/forms.vi.ts'
import { openingWords } from './words/opening.vi.ts'
import { pocketWords } from './words/pocket.vi.ts'
import { returnsWords } from './words/returns.vi.ts'
import { votesWords } from './words/votes.vi.ts'

test('no text takes the place of another', () => {
  const parts = [boardWords, fileWords, confirmationWords, formsWords, votesWords, returnsWords, decisionWords, openingWords, circumstancesWords, pocketWords]
  const keys = parts.flatMap((part) => Object.keys(part))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  expect(new Set(keys)).toEqual(new Set(Object.keys(words)))
})
