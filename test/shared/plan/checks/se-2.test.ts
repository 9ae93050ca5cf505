import { describe, expect, it } from 'vitest'
import { aBoard } from '../../../builders/a-board.ts'
import { frame, works } from '../../../builders/an-intervention.ts'

describe('[SE-2] arrangements for design, recipients and timing', () => {
  const all = {
    arrangementDesign: 'cabina',
    arrangementRecipients: 'graduatoria unica',
    arrangementTiming: 'fasi',
  }

  it('[SE-2] holds when the three are written', () => {
    const { findings } = aBoard({ cards: { frame: frame(all), a: works() } })
    expect(findings('SE-2')).toMatchObject([{ verdict: 'holds', remedy: { it: '', en: '' } }])
  })

  it('[SE-2] fails naming those that are missing or blank', () => {
    const { findings } = aBoard({
      cards: { frame: frame({ arrangementDesign: 'cabina', arrangementTiming: '  ' }), a: works() },
    })
    const [finding] = findings('SE-2')
    expect(finding).toMatchObject({ verdict: 'fails', severity: 'warning', cards: ['frame'] })
    expect(finding?.sentence.it).toBe(
      'In «frame» nessun dispositivo organizzativo è dichiarato per la selezione dei destinatari e la tempistica.',
    )
    expect(finding?.sentence.en).toContain('the selection of recipients and timing')
  })

  it('[SE-2] says nothing of an empty frame', () => {
    expect(aBoard({ cards: { frame: frame() } }).findings('SE-2')).toEqual([])
  })
})
