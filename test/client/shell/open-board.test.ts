import { describe, expect, it } from 'vitest'
import { ApiError } from '../../../client/api.ts'
import { failureOf } from '../../../client/session/open-board.ts'

describe('a board that does not open', () => {
  it.each([
    [0, 'offline'],
    [401, 'notAccepted'],
    [403, 'notAllowed'],
    [404, 'missing'],
    [500, 'server'],
    [503, 'server'],
    [429, 'server'],
  ] as const)('with the answer %i is told as %s', (status, failure) => {
    expect(failureOf(new ApiError(status, 'code', 'sentence'))).toBe(failure)
  })

  it('for a reason of ours is told as a fault, not as the network', () => {
    expect(failureOf(new TypeError('undefined is not a function'))).toBe('server')
  })
})
