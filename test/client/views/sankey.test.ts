import { describe, expect, it } from 'vitest'
import { REST, sankeyOf, STEPS, type Stream } from '../../../client/components/views/funds/sankey.ts'
import { sum } from '../../../shared/money.ts'

const stream = (fund: string, axis: string, action: string, need: string, cents: number): Stream => ({
  fund,
  axis,
  action,
  need,
  cents,
})

describe('the drawing of the money', () => {
  const streams = [
    stream('esf', '3', 'services', 'n1', 300),
    stream('esf', '3', 'services', 'n2', 300),
    stream('erdf', '4', 'works', 'n1', 400),
    stream('erdf', '4', 'works', 'n1', 0),
  ]

  it('has the whole sum at each step', () => {
    const { nodes } = sankeyOf(streams)
    for (const step of STEPS)
      expect(sum(nodes.filter((node) => node.step === step).map(({ cents }) => cents))).toBe(1000)
  })

  it('fills each node with its ribbons, on both sides, without a gap', () => {
    const { nodes, ribbons } = sankeyOf(streams)
    const works = nodes.find(({ key }) => key === 'works')
    const [into] = ribbons.filter(({ gap, key }) => gap === 1 && key.endsWith('works'))
    expect(into).toMatchObject({ y2: works?.y, height: works?.height })
    const need = nodes.find(({ key }) => key === 'n1')
    const arriving = ribbons.filter(({ gap, key }) => gap === 2 && key.endsWith('\nn1'))
    expect(arriving.map(({ y2 }) => y2).sort((a, b) => a - b)[0]).toBe(need?.y)
    expect(sum(arriving.map(({ height }) => height))).toBeCloseTo(need?.height ?? 0)
  })

  it('never lays two nodes of a step over each other', () => {
    const many = Array.from({ length: 9 }, (_, i) => stream('esf', '3', `a${i}`, `n${i}`, 1 + i * i * i))
    const { nodes, height } = sankeyOf(many)
    for (const step of STEPS) {
      const column = nodes.filter((node) => node.step === step).sort((a, b) => a.y - b.y)
      column.forEach((node, at) =>
        expect(node.y + node.height).toBeLessThanOrEqual(column[at + 1]?.y ?? height),
      )
    }
  })

  it('joins the smallest beyond the most into one, last, and loses no cent', () => {
    const many = Array.from({ length: 30 }, (_, i) => stream('esf', '3', `a${i}`, 'n', 100 - i))
    const { nodes } = sankeyOf(many, 5)
    const actions = nodes.filter(({ step }) => step === 'action')
    expect(actions.map(({ key }) => key)).toEqual(['a0', 'a1', 'a2', 'a3', REST])
    expect(actions.at(-1)).toMatchObject({ joined: 26 })
    expect(sum(actions.map(({ cents }) => cents))).toBe(sum(many.map(({ cents }) => cents)))
  })

  it('is empty where there is no money', () => {
    expect(sankeyOf([])).toEqual({ nodes: [], ribbons: [], height: 0 })
  })
})
