import { describe, expect, it } from 'vitest'
import { blocksOf } from '../../../client/components/views/finding-blocks.ts'
import type { Finding } from '../../../shared/plan/finding.ts'
import { calls, toneOf } from '../../../shared/plan/tone.ts'

const finding = (
  rule: string,
  verdict: Finding['verdict'],
  severity: Finding['severity'],
  remedy = 'Fai così.',
): Finding => ({
  rule,
  verdict,
  severity,
  intervention: null,
  cards: [],
  links: [],
  sentence: { it: 'Così è.', en: 'So it is.' },
  remedy: { it: remedy, en: remedy },
})

describe('the tone of a finding', () => {
  it('calls for what fails, asks quietly for what is not known, only tells what is information', () => {
    expect(toneOf(finding('A', 'fails', 'error'))).toBe('error')
    expect(toneOf(finding('A', 'fails', 'warning'))).toBe('warning')
    expect(toneOf(finding('A', 'notYetKnown', 'error'))).toBe('open')
    expect(toneOf(finding('A', 'fails', 'information'))).toBe('information')
    expect(toneOf(finding('A', 'holds', 'error'))).toBe('fine')
    expect([finding('A', 'fails', 'warning'), finding('A', 'notYetKnown', 'error')].map(calls)).toEqual([
      true,
      false,
    ])
  })
})

describe('findings in blocks', () => {
  it('stand by tone, errors first, then in the order of the rules, each rule together', () => {
    const blocks = blocksOf([
      finding('SE-1', 'notYetKnown', 'error'),
      finding('INT-1', 'fails', 'information'),
      finding('FIN-1', 'fails', 'warning'),
      finding('FIN-2', 'fails', 'error'),
      finding('FIN-1', 'holds', 'warning', ''),
      finding('FIN-1', 'fails', 'warning'),
    ])
    expect(blocks.map(({ rule, tone, findings }) => [rule, tone, findings.length])).toEqual([
      ['FIN-2', 'error', 1],
      ['FIN-1', 'warning', 2],
      ['SE-1', 'open', 1],
      ['INT-1', 'information', 1],
      ['FIN-1', 'fine', 1],
    ])
  })

  it('say the remedy once when it is the same', () => {
    const [same] = blocksOf([finding('A', 'fails', 'error'), finding('A', 'fails', 'error')])
    expect(same?.remedy?.it).toBe('Fai così.')
    const [two] = blocksOf([finding('A', 'fails', 'error'), finding('A', 'fails', 'error', 'O così.')])
    expect(two?.remedy).toBe(null)
  })
})
