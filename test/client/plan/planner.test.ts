import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PlanReader, type PlanDelta } from '../../../client/plan/plan-delta.ts'
import { Planner } from '../../../client/plan/planner.ts'
import { boardOf } from '../../../shared/board/board.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editCard } from '../../../shared/board/commands/edit-card.ts'
import { trashCards } from '../../../shared/board/commands/trash-cards.ts'
import { planOf } from '../../../shared/plan/plan-of.ts'
import { programmeOf } from '../../../shared/programme/programme-of.ts'
import { aTableWith } from '../../builders/a-model.ts'

/** A page and the planner beside it, with what they tell each other copied as it is between two threads. */
function together(doc: Y.Doc) {
  const planner = new Planner()
  const tell = (update: Uint8Array) => planner.hear(structuredClone({ kind: 'update', update }))
  tell(Y.encodeStateAsUpdate(doc))
  doc.on('update', tell)
  const reader = new PlanReader()
  return () => {
    const told = structuredClone(planner.hear({ kind: 'plan' })) as PlanDelta
    return { plan: reader.read(told), told }
  }
}

describe('the plan computed beside the page', () => {
  const table = aTableWith('centro-prima-accoglienza', 'agenzia-sociale-casa')
  const { doc } = table
  const ask = together(doc)
  const here = () => {
    const board = boardOf(doc)
    return planOf(board, programmeOf(board.header))
  }

  it('is the plan of the page, after every edit', () => {
    expect(ask().plan).toEqual(here())
    const team = table.titled('Percorsi di Autonomia Guidata per adulti senza fissa dimora')
    editCard<'action'>(doc, team, { start: '2018-01-01', places: [] })
    expect(ask().plan).toEqual(here())
    trashCards(doc, [team])
    expect(ask().plan).toEqual(here())
    addCard(doc, { kind: 'need', at: [0, 0], title: 'Una mensa' })
    expect(ask().plan).toEqual(here())
  })

  it('tells only what changed, and keeps the rest as the same objects', () => {
    const { plan: old } = ask()
    const { plan: same, told: nothing } = ask()
    expect(Object.values(nothing.lists).filter(({ fresh }) => fresh.length > 0)).toEqual([])
    for (const list of ['actions', 'needs', 'findings'] as const) expect(same[list]).toBe(old[list])
    const need = addCard(doc, { kind: 'need', at: [0, 200], title: 'Un doposcuola' })
    const { plan, told } = ask()
    expect(told.lists.needs.fresh.map(({ id }) => id)).toEqual([need])
    expect(plan.actions).toBe(old.actions)
    expect(told.lists.findings.fresh.map(({ rule, cards }) => [rule, cards])).toEqual([
      ['CMP-3', [need]],
      ['NEED-1', [need]],
    ])
    expect(plan.findings.filter((finding) => old.findings.includes(finding))).toHaveLength(
      old.findings.length,
    )
  })
})
