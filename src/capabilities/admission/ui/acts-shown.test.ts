import { describe, expect, it } from 'vitest'
import { actsOnTheWay, firstNotYet } from './acts-shown.ts'

type File = Parameters<typeof firstNotYet>[0]
const act = (code: string, isPossible: boolean) => ({ code, words: code, isPossible, reasons: [] })
const file = (more: object) => ({ section: null, hasCommittee: true, nextAct: { code: 'sendUp' }, acts: [act('sendUp', true), act('recordSectionAppraisal', false), act('recordCommitteeVote', false)], ...more }) as unknown as File

describe('The acts of a file', () => {
  it('leave out the levels that it does not pass', () => {
    expect(actsOnTheWay(file({})).map(({ code }) => code)).toEqual(['sendUp', 'recordCommitteeVote'])
    expect(actsOnTheWay(file({ hasCommittee: false })).map(({ code }) => code)).toEqual(['sendUp'])
    expect(actsOnTheWay(file({ section: { id: '1', name: 'Đảng bộ bộ phận' } }))).toHaveLength(3)
  })

  it('say why it does not go on, unless the next act can be done and carries it on', () => {
    expect(firstNotYet(file({}))).toBeUndefined()
    expect(firstNotYet(file({ nextAct: { code: 'checkDocument' } }))?.code).toBe('recordCommitteeVote')
    expect(firstNotYet(file({ acts: [act('sendUp', false)] }))?.code).toBe('sendUp')
  })
})
