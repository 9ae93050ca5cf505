import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardOf } from '../../../shared/board/board.ts'
import { setHeader } from '../../../shared/board/commands/set-header.ts'
import { brokenInvariants } from '../../../shared/board/invariants.ts'
import { linksOf } from '../../../shared/board/schema.ts'
import { insertModel, insertNamed } from '../../../shared/models/insert-model.ts'
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
      [title, frame, named.operation?.cents ?? null],
    ])
    expect(actions.flatMap(({ axes }) => axes.map(({ code }) => code)).sort()).toEqual([...named.axes])
    expect(actions.flatMap(({ targetGroups }) => targetGroups)).toEqual(
      named.operation?.inferredTargets ?? named.targets ?? [],
    )
    expect(ledger.totalCents).toBe(named.operation?.cents ?? 0)
  })
})

it('names each once, and only cities of its programme', () => {
  expect(new Set(NAMED.map(({ title }) => title)).size).toBe(NAMED.length)
  const cities = programmeById(NAMED_PROGRAMME)?.cities.map(({ name }) => name) ?? []
  for (const { city } of NAMED) if (city !== undefined) expect(cities).toContain(city)
})

it('says of the only operation among them what the worked case says of it, so that the two are found to be one', () => {
  const doc = new Y.Doc()
  setHeader(doc, { title: 'Prova', programme: NAMED_PROGRAMME, city: 'Napoli' })
  for (const named of NAMED) if (named.operation) insertNamed(doc, named, [0, 0])
  insertModel(doc, { id: 'agenzia-sociale-casa' }, [2000, 0])
  const programme = programmeById(NAMED_PROGRAMME)
  if (!programme) throw new Error('the programme is there')
  const plan = planOf(boardOf(doc), programme)
  const [named, worked] = plan.actions
    .filter(({ operationCode }) => operationCode === 'NA 3.1.1.d')
    .map(({ title, targetGroups, costCents, funding, axes }) => ({
      title,
      targetGroups,
      costCents,
      objectives: axes.map(({ specificObjective }) => specificObjective),
      rows: funding.map(({ cents }) => cents),
    }))
  expect(named).toEqual(worked)
  expect(plan.findings.filter(({ rule, verdict }) => rule === 'FIN-7' && verdict === 'fails')).toHaveLength(1)
})
