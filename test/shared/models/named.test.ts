import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { setHeader } from '../../../shared/board/commands/set-header.ts'
import { brokenInvariants } from '../../../shared/board/invariants.ts'
import { linksOf } from '../../../shared/board/schema.ts'
import { insertNamed } from '../../../shared/models/insert-model.ts'
import { NAMED, NAMED_PROGRAMME, sourceOf } from '../../../shared/models/named.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { PROGRAMMES, programmeById } from '../../../shared/programme/programmes.ts'

describe.each(NAMED.map((named) => [named.title, named] as const))('«%s»', (title, named) => {
  it.each(PROGRAMMES)('comes as a frame with its action under its axes, in $id', (programme) => {
    const doc = new Y.Doc()
    setHeader(doc, { title: 'Prova', programme: programme.id })
    const [frame] = insertNamed(doc, named, [0, 0])
    const board = boardOf(doc)
    expect(brokenInvariants(board)).toEqual([])
    expect(board.links.size).toBe(linksOf(doc).size)
    expect(frame && board.cards.get(frame)?.body).toBe(sourceOf(named))
    const { actions, interventions, ledger } = planOf(board, programme)
    expect(interventions.map((one) => one.title)).toEqual([title])
    expect(actions.map((one) => [one.title, one.intervention, one.costCents])).toEqual([
      [title, frame, named.costCents ?? null],
    ])
    expect(actions.flatMap(({ axes }) => axes.map(({ code }) => code)).sort()).toEqual([...named.axes])
    expect(ledger.totalCents).toBe(0)
  })
})

it('names each once, and only cities of its programme', () => {
  expect(new Set(NAMED.map(({ title }) => title)).size).toBe(NAMED.length)
  const cities = programmeById(NAMED_PROGRAMME)?.cities.map(({ name }) => name) ?? []
  for (const { city } of NAMED) if (city !== undefined) expect(cities).toContain(city)
})
