import { describe, expect, it } from 'vitest'
import { firstKeys, publishedBase } from '../../../client/session/kept-keys.ts'

describe('the base of the links that one passes on', () => {
  it('is the address the operator has set, when we came by another', () => {
    expect(publishedBase('https://tavolo.comune.example/b/x#k', 'localhost:3000')).toBe(
      'https://tavolo.comune.example',
    )
  })

  it('is ours when the host is the same: the server behind a proxy does not know of https', () => {
    expect(publishedBase('http://tavolo.comune.example/b/x#k', 'tavolo.comune.example')).toBeNull()
  })

  it('is ours when what the server wrote is no address', () => {
    expect(publishedBase('', 'localhost')).toBeNull()
  })
})

it('keeps the four keys of a new board, each with its role', () => {
  const keys = { facilitator: 'f', editor: 'e', contributor: 'c', viewer: 'v' }
  const urls = { facilitator: 'u', editor: 'u', contributor: 'u', viewer: 'u' }
  expect(firstKeys({ keys, urls }, 'localhost:3000').map(({ role, key, id }) => [role, key, id])).toEqual([
    ['facilitator', 'f', null],
    ['editor', 'e', null],
    ['contributor', 'c', null],
    ['viewer', 'v', null],
  ])
})
