import { beforeAll, describe, expect, it } from 'vitest'
import { groupChoices, plainChoices } from '../../../client/components/phone/common-groups.ts'
import { fateWords } from '../../../client/components/phone/fate-words.ts'
import { newReceipt, type NeedFate } from '../../../client/components/phone/needs-api.ts'
import type { CardId } from '../../../shared/ids.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'

beforeAll(() => overwriteGetLocale(() => 'it'))

const fate = (state: NeedFate['state'], more: Partial<NeedFate> = {}): NeedFate => ({
  receipt: 'r',
  id: 'bisogno' as CardId,
  state,
  actions: [],
  cents: null,
  into: null,
  because: null,
  ...more,
})

describe('what a phone is told of its need', () => {
  it('is that it was received, as soon as it was', () => {
    expect(fateWords(undefined)).toBe('Ricevuto')
    expect(fateWords(fate('raised'))).toBe('Ricevuto')
  })

  it('is the action that answers it and its money', () => {
    const words = fateWords(fate('financed', { actions: ['Servizi di prossimità'], cents: 56_250_000 }))
    expect(words).toBe('Ricevuto · ora nell’azione «Servizi di prossimità» · 562.500,00\u00a0€')
  })

  it('counts the actions when there are several', () => {
    expect(fateWords(fate('answered', { actions: ['A', 'B'] }))).toBe('Ricevuto · ora in 2 azioni')
  })

  it('follows a need into the one it was joined with', () => {
    expect(fateWords(fate('merged', { into: 'Spazi per i giovani', actions: ['A'] }))).toBe(
      'Ricevuto · unito a «Spazi per i giovani» · ora nell’azione «A»',
    )
  })

  it('says why it was not taken up', () => {
    expect(fateWords(fate('notTakenUp', { because: 'c’è già uno sportello' }))).toBe(
      'Ricevuto · non accolto: c’è già uno sportello',
    )
  })
})

describe('the words a phone offers', () => {
  it('are common ones on an empty table', () => {
    expect(groupChoices([]).map((choice) => choice.value)).toEqual([
      'Giovani',
      'Anziani',
      'Famiglie',
      'Tutti',
    ])
  })

  it('are those in use first, none twice, and no more than eight', () => {
    const inUse = [
      'Inquilini ERP',
      'giovani',
      'Neo-maggiorenni',
      'Rom',
      'Senza dimora',
      'Donne',
      'Bambini',
      'Artigiani',
    ]
    const words = groupChoices(inUse).map((choice) => choice.value)
    expect(words).toHaveLength(8)
    expect(words.slice(0, 3)).toEqual(['Inquilini ERP', 'giovani', 'Neo-maggiorenni'])
    expect(words).not.toContain('Giovani')
  })

  it('are the places in use', () => {
    expect(plainChoices(['Lorenteggio'])).toEqual([{ value: 'Lorenteggio', label: 'Lorenteggio' }])
  })
})

it('the receipt of a need is a secret that the server takes: 32 bytes as base64url, never twice', () => {
  const receipts = Array.from({ length: 50 }, newReceipt)
  for (const receipt of receipts) expect(receipt).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(new Set(receipts).size).toBe(50)
})
