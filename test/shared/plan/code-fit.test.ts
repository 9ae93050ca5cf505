import { describe, expect, it } from 'vitest'
import { fitsWanted, wantedBy } from '../../../shared/plan/code-fit.ts'
import type { CodeListId } from '../../../shared/programme/code-index.ts'
import { codeList } from '../../../shared/programme/code-lists.ts'
import { aBoard } from '../../builders/a-board.ts'

/** The codes of a list that go with an action under that axis, paid by that fund. */
function fitting(id: CodeListId, axis: string | null, fund: object | null, fields: object = {}): string[] {
  const { actions, programme } = aBoard({
    programme: 'pn-metro-plus-2021-2027',
    cards: {
      a: { kind: 'action', ...fields },
      ...(axis && { axis: { kind: 'axis', axis } }),
      ...(fund && { fund: { kind: 'fund', ...fund } }),
    },
    links: [
      ...(axis ? [['a', 'programmedUnder', 'axis', {}] as const] : []),
      ...(fund ? [['fund', 'finances', 'a', { cents: 100 }] as const] : []),
    ],
  }).plan()
  const [action] = actions
  if (!action) throw new Error('the board has an action')
  const list = codeList(id)
  return list.items
    .filter((item) => fitsWanted(item, list, wantedBy(action, programme)))
    .map(({ code }) => code)
}

describe('the codes that go with an action', () => {
  it('are all of them while nothing is known of it', () => {
    for (const id of ['intervention-fields', 'indicators-erdf', 'cup-types'] as const)
      expect(fitting(id, null, null)).toHaveLength(codeList(id).items.length)
  })

  it('are those of the funds that its axis has', () => {
    expect(fitting('indicators-esfplus', '4', null)).toContain('EECO01')
    expect(fitting('indicators-erdf', '4', null)).toEqual([])
    expect(fitting('indicators-erdf', '7', null)).toContain('RCO74')
    expect(fitting('secondary-themes', '7', null)).toEqual([])
  })

  it('are those of the fund that pays it, when one does; money from elsewhere decides nothing', () => {
    expect(fitting('indicators-erdf', 'AT', { fund: 'ESF' })).toEqual([])
    expect(fitting('indicators-erdf', 'AT', { fund: 'municipal' })).toContain('RCO74')
    expect(fitting('indicators-erdf', 'AT', { fund: 'ESF', programme: 'POR FSE' })).toContain('RCO74')
  })

  it('are of the policy of its objectives', () => {
    const social = fitting('intervention-fields', '4', null)
    expect(social).toContain('163')
    expect(social).not.toContain('126') // housing: the fund's, not the policy's
    expect(social).not.toContain('001')
    expect(fitting('intervention-fields', '6', null)).toContain('126')
  })

  it('of the CUP classification are of what is made', () => {
    const natures = (nature: string) => [
      ...new Set(fitting('cup-types', null, null, { nature }).map((code) => code.slice(0, 2))),
    ]
    expect(natures('material')).toEqual(['01', '03'])
    expect(natures('immaterial')).toEqual(['02', '06'])
    expect(natures('digital')).toEqual(['01', '02'])
  })
})
