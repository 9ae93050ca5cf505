import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { digest } from 'lib0/hash/sha256'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { describe, expect, it } from 'vitest'
import { addCard } from '../../../../shared/board/commands/add-card.ts'
import { linkCards } from '../../../../shared/board/commands/link-cards.ts'
import { setHeader } from '../../../../shared/board/commands/set-header.ts'
import { canonical } from '../../../../shared/formats/canonical.ts'
import type { ExportInput } from '../../../../shared/formats/format.ts'
import type { PlanDocument } from '../../../../shared/formats/plan-json/document.ts'
import schema from '../../../../shared/formats/plan-json/plan-1.schema.json' with { type: 'json' }
import { writePlan } from '../../../../shared/formats/plan-json/write.ts'
import type { CardId } from '../../../../shared/ids.ts'
import { MODELS } from '../../../../shared/models/list.ts'
import { docOf, wholeBoards } from '../../../arbitraries/boards.ts'
import * as Y from 'yjs'
import { inputOf, modelById, modelDoc, modelInput } from '../export-input.ts'

const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
const mistakesIn = (document: unknown): unknown => (validate(document) ? [] : validate.errors)
const written = (input: ExportInput): PlanDocument => JSON.parse(decodeUtf8(writePlan(input))) as PlanDocument
const cents = (amount: string): bigint => BigInt(amount.replace('.', ''))
const total = (amounts: readonly string[]): bigint => amounts.reduce((sum, one) => sum + cents(one), 0n)

describe('plan.json', () => {
  it.each(MODELS)('of the model $id is valid against the published schema', (model) => {
    expect(mistakesIn(written(inputOf(modelDoc(model))))).toEqual([])
  })

  it.each([
    ['quartieri-connessi', '3029519.50', ['3029519.50'], ['0.00'], '3029519.50'],
    ['hub-innovazione-inclusiva', '3899235.43', ['4036735.43'], ['137500.00'], '7049235.43'],
    ['centro-prima-accoglienza', '2480000.00', [], [], '2480000.00'],
    ['agenzia-sociale-casa', '29910000.00', ['4000000.00'], ['-25910000.00'], '29910000.00'],
  ])('of %s has the exact totals of the source', (id, sum, declared, unexplained, allSources) => {
    const { ledger } = written(modelInput(id))
    expect(ledger.total).toBe(sum)
    expect(ledger.declared.map((one) => one.amount)).toEqual(declared)
    expect(ledger.declared.map((one) => one.unexplained)).toEqual(unexplained)
    expect(ledger.allSources).toBe(allSources)
  })

  it('is valid for any board, its totals the sums of its rows', () => {
    fc.assert(
      fc.property(wholeBoards(), (whole) => {
        const document = written(inputOf(docOf(whole)))
        expect(mistakesIn(document)).toEqual([])
        const { budget, ledger, actions } = document
        expect(cents(ledger.total)).toBe(total(budget.map((row) => row.amount)))
        for (const sums of [
          ledger.byFund,
          ledger.byAxis,
          ledger.bySource,
          ledger.byIntervention,
          ledger.byYear,
        ])
          expect(total(sums.map((one) => one.amount))).toBe(cents(ledger.total))
        for (const action of actions)
          expect(total(budget.filter((row) => row.action === action.id).map((row) => row.amount))).toBe(
            cents(action.funded),
          )
      }),
    )
  })

  it('names every code list it uses, with its version and whether it is verified', () => {
    fc.assert(
      fc.property(wholeBoards({ programme: 'pn-metro-plus-2021-2027', city: 'Bari' }), (whole) => {
        const { lists, ...rest } = written(inputOf(docOf(whole)))
        const used = [...JSON.stringify(rest).matchAll(/"list":"([^"]+)","listVersion":"([^"]+)"/g)]
        expect(new Set(used.map(([, id, version]) => `${id} ${version}`))).toEqual(
          new Set(lists.map(({ id, version }) => `${id} ${version}`)),
        )
      }),
    )
  })

  it('keeps a code that no list knows, and says that it is in none', () => {
    const doc = new Y.Doc()
    setHeader(doc, { title: 'Prova', programme: 'pn-metro-plus-2021-2027', city: 'Bari' })
    const action = addCard(doc, {
      kind: 'action',
      at: [0, 0],
      id: 'action' as CardId,
      fields: {
        indicators: [
          { type: 'output', code: 'RCO113', label: 'Popolazione interessata' },
          { type: 'result', code: 'MIO-1', label: 'Persone raggiunte', target: 12.5 },
        ],
      },
    })
    const axis = addCard(doc, { kind: 'axis', at: [0, 0], id: 'axis' as CardId, fields: { axis: '99' } })
    if (!action || !axis) throw new Error('the board is not full')
    linkCards(doc, {
      kind: 'programmedUnder',
      from: action,
      to: axis,
      fields: { specificObjective: 'ESO4.11' },
    })
    const { actions, indicators, lists } = written(inputOf(doc))
    expect(actions[0]?.axes[0]?.axis).toEqual({ list: 'unlisted', listVersion: '1', code: '99' })
    expect(actions[0]?.axes[0]?.specificObjective?.list).toBe('pn-metro-plus-2021-2027/specific-objectives')
    expect(indicators.map((one) => [one.code?.list, one.code?.code, one.target])).toEqual([
      ['indicators-erdf', 'RCO113', null],
      ['unlisted', 'MIO-1', 12.5],
    ])
    expect(lists.find((list) => list.id === 'unlisted')?.verified).toBe(false)
  })

  it('says who raised a need and when, from the log', () => {
    const doc = new Y.Doc()
    addCard(doc, { kind: 'need', at: [0, 0], title: 'Uno spazio', id: 'need' as CardId })
    const anna = { name: 'Anna', organisation: 'CAV', at: '2026-11-20T17:00:00.000Z' }
    const [need] = written(inputOf(doc, { authors: new Map([['need' as CardId, anna]]) })).needs
    expect(need?.author).toEqual(anna)
    expect(need?.fate).toEqual({ kind: 'raised' })
  })

  it('carries a fingerprint that anybody can compute again', () => {
    const { exportedAt: _, ...document } = written(modelInput('quartieri-connessi'))
    const { sha256, ...plan } = document.plan
    const needs = document.needs.map(({ author: _, ...need }) => need)
    const bytes = digest(encodeUtf8(canonical({ ...document, plan, needs })))
    expect(Buffer.from(bytes).toString('hex')).toBe(sha256)
  })

  it('has one fingerprint whenever it is exported, and another when the plan changes', () => {
    const doc = modelDoc(MODELS[0] as (typeof MODELS)[0] & object)
    const first = written(inputOf(doc)).plan
    expect(written(inputOf(doc, { exportedAt: '2027-01-01T00:00:00.000Z' })).plan).toEqual(first)
    setHeader(doc, { title: 'Un altro titolo' })
    const second = written(inputOf(doc)).plan
    expect(second.sha256).not.toBe(first.sha256)
    expect(second.boardRevision).not.toBe(first.boardRevision)
  })

  it('has the same fingerprint when somebody who raised a need was forgotten', () => {
    const doc = modelDoc(modelById('quartieri-connessi'))
    const { needs, plan } = written(inputOf(doc))
    const anna = { name: 'Anna', organisation: 'CAV', at: '2026-11-20T17:00:00.000Z' }
    const signed = written(inputOf(doc, { authors: new Map(needs.map(({ id }) => [id, anna])) }))
    expect(signed.needs[0]?.author).toEqual(anna)
    expect(signed.plan.sha256).toBe(plan.sha256)
  })

  it('is refused by the schema when a part is not what it says', () => {
    const document = written(modelInput('quartieri-connessi'))
    expect(mistakesIn({ ...document, extra: 1 })).not.toEqual([])
    expect(mistakesIn({ ...document, ledger: { ...document.ledger, total: 3029519.5 } })).not.toEqual([])
    expect(mistakesIn({ ...document, ledger: { ...document.ledger, total: '3029519,50' } })).not.toEqual([])
    expect(mistakesIn({ ...document, exportedAt: '22/11/2026' })).not.toEqual([])
    expect(mistakesIn({ ...document, schemaVersion: '2.0' })).not.toEqual([])
  })
})

describe('canonical JSON', () => {
  it('sorts keys as RFC 8785 does, numbers among them included', () => {
    expect(canonical({ b: 1, 10: 'x', 9: [true, null], a: undefined, é: 1e21, '\u20ac': -0 })).toBe(
      '{"10":"x","9":[true,null],"b":1,"é":1e+21,"€":0}',
    )
  })

  it('is JSON for the same value, laid out or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const same = JSON.parse(JSON.stringify(value)) as unknown
        expect(JSON.parse(canonical(value))).toEqual(same)
        expect(JSON.parse(canonical(value, '  '))).toEqual(same)
      }),
    )
  })
})
