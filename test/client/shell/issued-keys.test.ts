import { describe, expect, it } from 'vitest'
import { shareLines, type IssuedKey } from '../../../client/components/share/issued-keys.ts'
import type { KeptKey } from '../../../client/session/kept-keys.ts'
import type { Role } from '../../../shared/protocol/messages.ts'

const issued = (id: string, role: Role, more: Partial<IssuedKey> = {}): IssuedKey => ({
  id,
  role,
  label: '',
  createdAt: '2026-03-05T10:00:00.000Z',
  expiresAt: null,
  revoked: false,
  ...more,
})
const kept = (role: Role, key: string, id: string | null): KeptKey => ({
  role,
  label: '',
  key,
  id,
  base: null,
})
const link = ({ key }: KeptKey): string => `link-${key}`

describe('the links of the share window', () => {
  it('give back the first four to the browser that opened the board', () => {
    const lines = shareLines(
      [issued('1', 'facilitator'), issued('2', 'editor')],
      [kept('facilitator', 'f', null), kept('editor', 'e', null)],
      'f',
      link,
    )
    expect(lines.map((line) => [line.link, line.mine, line.first])).toEqual([
      ['link-f', true, true],
      ['link-e', false, true],
    ])
  })

  it('never show the first link for one made later with no label either', () => {
    const later = issued('9', 'editor', { createdAt: '2026-03-06T10:00:00.000Z' })
    const lines = shareLines([later, issued('2', 'editor')], [kept('editor', 'e', null)], 'f', link)
    expect(lines.map((line) => [line.issued.id, line.link])).toEqual([
      ['2', 'link-e'],
      ['9', null],
    ])
  })

  it('leave out what was revoked, the first of a role included, without giving its link to the next', () => {
    const first = issued('2', 'editor', { revoked: true })
    const later = issued('9', 'editor', { createdAt: '2026-03-06T10:00:00.000Z' })
    const lines = shareLines([first, later], [kept('editor', 'e', null)], 'f', link)
    expect(lines.map((line) => [line.issued.id, line.link])).toEqual([['9', null]])
  })

  it('show a labelled link where this browser has seen it made', () => {
    const lines = shareLines(
      [issued('7', 'viewer', { label: 'Coop. La Strada' })],
      [kept('viewer', 'v', '7')],
      'f',
      link,
    )
    expect(lines[0]).toMatchObject({ link: 'link-v', first: false, mine: false })
  })
})
