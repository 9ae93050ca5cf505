import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import type { FundSource } from '../../../../shared/board/card.ts'

describe('[FIN-3] the fund is admitted on that axis', () => {
  const findings = (
    fund: FundSource | undefined,
    axes: readonly string[],
    { programme, from, counted }: { programme?: string; from?: string; counted?: string } = {},
  ) =>
    aBoard({
      ...(programme && { programme }),
      cards: {
        fund: { kind: 'fund', ...(fund && { fund }), ...(from && { programme: from }) },
        a: { kind: 'action' },
        ...Object.fromEntries(axes.map((axis) => [`axis${axis}`, { kind: 'axis', axis } as const])),
      },
      links: [
        ...axes.map((axis) => ['a', 'programmedUnder', `axis${axis}`] as const),
        ['fund', 'finances', 'a', { cents: 100, ...(counted && { axis: counted }) }],
      ],
    }).findings('FIN-3')

  it('[FIN-3] holds for a fund that the programme gives to the axis', () => {
    expect(findings('ERDF', ['4'])).toMatchObject([{ verdict: 'holds' }])
    expect(findings('ESF', ['3'])).toMatchObject([{ verdict: 'holds' }])
  })

  it('[FIN-3] fails for the other structural fund, in the words of the programme', () => {
    const [finding] = findings('ESF', ['4'])
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'error', cards: ['fund', 'a', 'axis4'] })
    expect(finding?.sentence.it).toBe('«fund» paga «a» con FSE, che Asse 4 non ammette.')
    expect(findings('ERDF', ['4'], { programme: 'pn-metro-plus-2021-2027' })[0]?.sentence.it).toBe(
      '«fund» paga «a» con FESR, che Priorità 4 non ammette.',
    )
  })

  it('[FIN-3] admits national, regional, municipal, private and third-sector money everywhere', () => {
    for (const source of ['national', 'regional', 'municipal', 'private', 'thirdSector'] as const)
      expect(findings(source, ['3'])).toMatchObject([{ verdict: 'holds' }])
  })

  it('[FIN-3] is not yet known for several funds in one card, for no source and for an axis nobody chose', () => {
    expect(findings('mixed', ['3'])).toMatchObject([{ verdict: 'notYetKnown' }])
    expect(findings(undefined, ['3'])).toMatchObject([{ verdict: 'notYetKnown' }])
    expect(findings('ESF', ['99'])).toMatchObject([{ verdict: 'notYetKnown' }])
  })

  it('[FIN-3] is not yet known where the programme data is unverified', () => {
    const [finding] = findings('ESF', ['1'], { programme: 'pn-metro-plus-2021-2027' })
    expect(finding?.verdict).toBe('notYetKnown')
    expect(finding?.remedy.it).toContain('non è verificato')
  })

  it('[FIN-3] asks which axis is paid when an action stands under axes of different funds', () => {
    expect(findings('ESF', ['3', '4'])[0]?.remedy.it).toBe('Di’ sul finanziamento quale asse di «a» paga.')
    expect(findings('ESF', ['3', '4'], { counted: 'axis3' })).toMatchObject([{ verdict: 'holds' }])
    expect(findings('ESF', ['3', '4'], { counted: 'axis4' })).toMatchObject([{ verdict: 'fails' }])
    expect(findings('ERDF', ['1', '4'])).toMatchObject([{ verdict: 'holds' }])
    expect(findings('ESF', ['1', '4'])).toMatchObject([{ verdict: 'fails' }])
  })

  it('[FIN-3] says nothing of money of another programme, nor of an action under no axis', () => {
    expect(findings('ESF', ['4'], { from: 'POR FSE' })).toEqual([])
    expect(findings('ESF', [])).toEqual([])
  })
})
