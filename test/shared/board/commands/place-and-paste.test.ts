import { describe, expect, it } from 'vitest'
import { pastedLines, pasteRows } from '../../../../shared/board/commands/paste-rows.ts'
import { placeCard } from '../../../../shared/board/commands/place-card.ts'
import { inReadingOrder } from '../../../../shared/board/outline.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { aBoard, type CardSpec } from '../../../builders/a-board.ts'

const cards: Record<string, CardSpec> = {
  frame: { kind: 'intervention', at: [0, 0], size: [300, 300] },
  works: { kind: 'action', at: [20, 60], intervention: 'frame' },
  need: { kind: 'need', at: [-400, 0], title: 'Un posto' },
}

describe('a card that nobody placed by hand', () => {
  it('comes after the card it follows', () => {
    const { doc, board } = aBoard({ cards })
    const id = placeCard(doc, { kind: 'need', after: 'need' as CardId })
    const needs = inReadingOrder(board().cards.values()).filter((card) => card.kind === 'need')
    expect(needs.map((card) => card.id)).toEqual(['need', id])
  })

  it('of an intervention lies in its frame, which grows to hold it', () => {
    const { doc, board } = aBoard({ cards })
    const id = placeCard(doc, { kind: 'action', frame: 'frame' as CardId })
    const frame = board().cards.get('frame' as CardId)
    const added = board().cards.get(id as CardId)
    expect(added).toMatchObject({ kind: 'action', intervention: 'frame' })
    expect(added && frame && added.at[1] + added.size[1] <= frame.at[1] + frame.size[1]).toBe(true)
  })
})

describe('several lines pasted into a title', () => {
  it('are told from a single one', () => {
    expect(pastedLines('uno\n\n due \r\n')).toEqual(['uno', ' due '])
    expect(pastedLines('uno solo\n')).toEqual([])
  })

  it('become the title, when there is none, and cards of its kind', () => {
    const { doc, board } = aBoard({ cards: { need: { kind: 'need', at: [0, 0], title: '' } } })
    const last = pasteRows(doc, 'need' as CardId, ['uno', '- due', 'tre']).ids.at(-1)
    const titles = inReadingOrder(board().cards.values()).map((card) => card.title)
    expect(titles).toEqual(['uno', 'due', 'tre'])
    expect(board().cards.get(last as CardId)?.title).toBe('tre')
  })

  it('leave a title that is there alone', () => {
    const { doc, board } = aBoard({ cards })
    pasteRows(doc, 'works' as CardId, ['uno', 'due'])
    const actions = [...board().cards.values()].filter((card) => card.kind === 'action')
    expect(actions.map((card) => card.title).sort()).toEqual(['due', 'uno', 'works'].sort())
    expect(actions.every((card) => card.intervention === 'frame')).toBe(true)
  })

  it('say which of them were too many', () => {
    const { doc, board } = aBoard({ cards: { need: { kind: 'need', at: [0, 0], title: '' } } })
    const lines = Array.from({ length: 303 }, (_, nth) => `riga ${nth + 1}`)
    const { ids, left } = pasteRows(doc, 'need' as CardId, lines)
    expect(board().cards.size).toBe(301)
    expect(board().cards.get(ids.at(-1) as CardId)?.title).toBe('riga 301')
    expect(left).toEqual([302, 303].map((line) => ({ line, reason: 'tooMany' })))
  })

  it('never make frames', () => {
    const { doc, board } = aBoard({ cards })
    expect(pasteRows(doc, 'frame' as CardId, ['uno', 'due'])).toEqual({
      ids: [],
      left: [1, 2].map((line) => ({ line, reason: 'notACard' })),
    })
    expect(board().cards.size).toBe(3)
  })
})
