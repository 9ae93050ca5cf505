import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bringPieces } from '../../../../shared/board/commands/bring-pieces.ts'
import { setHeader } from '../../../../shared/board/commands/set-header.ts'
import { boardOf, readHeader } from '../../../../shared/board/board.ts'
import { planDocument } from '../../../../shared/formats/plan-json/document.ts'
import { readPlan } from '../../../../shared/formats/plan-json/read.ts'
import { writePlan } from '../../../../shared/formats/plan-json/write.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { MODELS } from '../../../../shared/models/list.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'
import { inputOf, modelDoc } from '../export-input.ts'
import { richBoard } from '../rich-board.ts'

describe('plan.json read back', () => {
  it.each(MODELS)('lays out $title: the plan of that board is the plan of the file', (model) => {
    const doc = modelDoc(model)
    expect(planOf(thereAndBack(doc))).toEqual(planOf(doc))
  })

  it('gives back a plan that says everything a plan can', () => {
    const doc = richBoard()
    expect(readPlan(writePlan(inputOf(doc))).troubles).toEqual([])
    expect(planOf(thereAndBack(doc))).toEqual(planOf(doc))
  })

  it('gives back the plan of any board', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const doc = docOf(whole)
        expect(planOf(thereAndBack(doc))).toEqual(planOf(doc))
      }),
      { numRuns: 100, endOnFailure: true },
    )
  })

  it('reads on where an object that cannot be told as a word stands for one', () => {
    const wordless = { toString: 1, valueOf: null }
    const file = JSON.parse(new TextDecoder().decode(writePlan(inputOf(richBoard())))) as {
      actions: { places: unknown }[]
      links: { kind: unknown }[]
    }
    for (const action of file.actions) action.places = [wordless]
    for (const link of file.links) link.kind = wordless
    const read = readPlan(new TextEncoder().encode(JSON.stringify(file)))
    expect(read.pieces.cards.length).toBeGreaterThan(0)
    expect(read.troubles.map(({ code }) => code)).toContain('wrongPair')
  })

  it('names what it cannot use, and reads the rest', () => {
    const file = JSON.parse(new TextDecoder().decode(writePlan(inputOf(richBoard())))) as {
      actions: { nature: unknown }[]
      links: { to: string; kind: string }[]
    }
    const [action, [first, second]] = [file.actions[0], file.links]
    if (!action || !first || !second) throw new Error('the plan has actions and links')
    action.nature = 'invisible'
    first.to = 'nowhere'
    second.kind = 'finances'
    const { pieces, troubles } = readPlan(new TextEncoder().encode(JSON.stringify(file)))
    expect(troubles.map(({ code, field, lost }) => [code, field, lost])).toEqual([
      ['wrongType', '/actions/0', false],
      ['noSuchCard', '/links/0', true],
      ['wrongPair', '/links/1', true],
    ])
    expect(pieces.cards.length).toBeGreaterThan(10)
  })

  it.each([['{"schemaVersion": "1.1", "plan"'], ['[]'], ['null'], ['{}'], ['']])('refuses %s', (text) => {
    const { pieces, troubles } = readPlan(new TextEncoder().encode(text))
    expect(pieces.cards).toEqual([])
    expect(troubles.map(({ code }) => code)).toEqual(['notThisKind'])
  })
})

/** A board that somebody else opens from the file, under the same title and programme, with the same ids. */
function thereAndBack(doc: Y.Doc): Y.Doc {
  const back = new Y.Doc()
  setHeader(back, readHeader(doc))
  bringPieces(back, readPlan(writePlan(inputOf(doc))).pieces)
  return back
}

/** What the plan says, in whatever order: another layout reads in another. Fingerprints are of a whole board. */
function planOf(doc: Y.Doc): unknown {
  const { plan, checks: _, exportedAt: __, links, ...rest } = planDocument(inputOf(doc))
  const { boardRevision: ___, sha256: ____, ...head } = plan
  const { cards } = boardOf(doc)
  // Notes and zones are in no plan: a plain line to one of them has no other end.
  const carried = (id: CardId): boolean => !['note', 'zone'].includes(cards.get(id)?.kind ?? 'note')
  return inOrder({ head, ...rest, links: links.filter(({ from, to }) => carried(from) && carried(to)) })
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(inOrder).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inOrder(one)]))
}
