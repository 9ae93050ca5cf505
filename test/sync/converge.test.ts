import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../shared/board/board.ts'
import { addCard } from '../../shared/board/commands/add-card.ts'
import { editText } from '../../shared/board/commands/edit-card.ts'
import { connect, synced, type TestBoard, type TestServer } from '../server/running.ts'
import { freshTable } from './fresh-table.ts'

let server: TestServer
let board: TestBoard
const open = freshTable((made) => ({ server, board } = made))

const join = async (key: string) => {
  const client = connect(server, board, key)
  open.push(client)
  await synced(client.provider)
  return client
}

const stateOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

describe('two people at one board', () => {
  it('both end with the same board, whoever wrote', async () => {
    const anna = await join(board.keys.facilitator)
    const bruno = await join(board.keys.editor)
    const need = addCard(anna.doc, { kind: 'need', at: [0, 0], title: 'Spazi' })
    const action = addCard(bruno.doc, { kind: 'action', at: [400, 0], title: 'Sede' })
    if (!need || !action) throw new Error('the board was full')
    await vi.waitFor(() => expect(boardOf(anna.doc).cards.size).toBe(2))
    await vi.waitFor(() => expect(boardOf(bruno.doc).cards.size).toBe(2))
    editText(anna.doc, need, 'title', 'Spazi per i giovani')
    editText(bruno.doc, need, 'title', 'Nuovi Spazi')
    await vi.waitFor(() => {
      expect(stateOf(anna.doc)).toBe(stateOf(bruno.doc))
      expect(boardOf(anna.doc).cards.get(need)?.title).toContain('Nuovi')
      expect(boardOf(anna.doc).cards.get(need)?.title).toContain('giovani')
    })
  })

  it('who comes later gets everything that was written before', async () => {
    const anna = await join(board.keys.editor)
    addCard(anna.doc, { kind: 'note', at: [1, 2], title: 'Ciao' })
    await vi.waitFor(async () => {
      const late = await join(board.keys.viewer)
      expect([...boardOf(late.doc).cards.values()].map(({ title }) => title)).toEqual(['Ciao'])
    })
  })

  it('the header written when the board was made is there', async () => {
    const viewer = await join(board.keys.viewer)
    expect(boardOf(viewer.doc).header).toEqual({
      title: 'Quartieri Connessi',
      programme: 'pon-metro-2014-2020',
      city: 'Milano',
    })
  })
})
