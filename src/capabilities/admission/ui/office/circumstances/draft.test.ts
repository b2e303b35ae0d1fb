import { describe, expect, it } from 'vitest'
import type { CaseFile } from '../../client.ts'
import { circumstancesOf, draftOf, draftParts } from './draft.ts'

const told = {
  vietnameseCitizen: true, livesInSpecialArea: false, education: { level: 'G20', evidence: 'E1' }, sponsors: [{ personId: 'p1', relation: 'work', togetherSince: '2015-01-18' }],
  populationPolicy: { applies: true, approval: { issuedOn: '2018-05-01', number: '12-CV' } }, religion: { applies: false }, formerMember: null,
} as CaseFile['circumstances']

describe('What is told about a candidate', () => {
  it('comes back as it was when nothing is changed', () => {
    expect(JSON.parse(JSON.stringify(circumstancesOf(draftOf(told, {}))))).toEqual({ ...told, backgroundExcused: [], consents: {} })
  })

  it('leaves out what is not known, and says none where there is none', () => {
    const draft = draftOf({}, {})
    const sent = JSON.parse(JSON.stringify(circumstancesOf(draft)))
    expect(sent).toEqual({ sponsors: [], backgroundExcused: [], consents: {} })
    expect(circumstancesOf({ ...draft, facts: { ...draft.facts, politicalMatter: 'yes' } }).politicalConclusion).toBeNull()
  })

  it('names introducers, also those whose name may not be read', () => {
    expect(draftOf(told, { p1: 'Nông Văn Cường' }).sponsors[0]?.person).toEqual({ id: 'p1', label: 'Nông Văn Cường' })
    expect(draftOf(told, {}).sponsors[0]?.person?.label).toBe('chưa rõ tên')
  })

  it('is compared and taken over part by part', () => {
    const [mine, theirs] = [draftOf(told, {}), draftOf({ ...told, religion: { applies: true }, education: { level: 'G30' } }, {})]
    const different = draftParts.filter((part) => part.words(mine) !== part.words(theirs))
    expect(different.map(({ name }) => name)).toEqual(['education', 'religion'])
    const taken = different.reduce((draft, part) => part.take(draft, theirs), mine)
    expect(circumstancesOf(taken)).toEqual(circumstancesOf(theirs))
  })
})
