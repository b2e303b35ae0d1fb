import { describe, expect, it } from 'vitest'
import { spokenShare } from './spoken-share.ts'

describe('a share as it is spoken', () => {
  it('names the nearest whole percent and on which side it lies', () => {
    expect(spokenShare(3633, 4984)).toBe('gần 73%')
    expect(spokenShare(15108, 16731)).toBe('trên 90%')
    expect(spokenShare(13870, 16731)).toBe('gần 83%')
  })
  it('says a whole percent as it is, and nobody of nobody as none', () => {
    expect(spokenShare(1, 4)).toBe('25%')
    expect(spokenShare(0, 0)).toBe('0%')
  })
})
