import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../../shared/formats/incoming/decode-text.ts'
import { isDamaged, repairAccents } from '../../../../shared/formats/incoming/repair-accents.ts'

const WORDS = 'Città: perché no? «€ 5» dell’età'

describe('the text of a file from an Italian office', () => {
  const windows = (text: string): Uint8Array =>
    Uint8Array.from([...text].map((char) => ({ '€': 0x80, '’': 0x92 })[char] ?? char.charCodeAt(0)))

  it('is read from UTF-8, with or without byte order mark', () => {
    const bytes = new TextEncoder().encode(WORDS)
    expect(decodeText(bytes)).toBe(WORDS)
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))).toBe(WORDS)
  })

  it('is read from Windows-1252', () => {
    expect(decodeText(windows(WORDS))).toBe(WORDS)
  })

  it('is read from UTF-16, both ways round', () => {
    const units = [...WORDS].map((char) => char.charCodeAt(0))
    const [low, high] = [units.map((unit) => unit & 255), units.map((unit) => unit >> 8)]
    expect(
      decodeText(Uint8Array.from([0xff, 0xfe, ...low.flatMap((byte, at) => [byte, high[at] ?? 0])])),
    ).toBe(WORDS)
    expect(
      decodeText(Uint8Array.from([0xfe, 0xff, ...low.flatMap((byte, at) => [high[at] ?? 0, byte])])),
    ).toBe(WORDS)
  })

  it('is read where UTF-8 and Windows-1252 were pasted together', () => {
    expect(decodeText(Uint8Array.from([...new TextEncoder().encode('è '), ...windows('è')]))).toBe('è è')
  })
})

describe('damaged accents', () => {
  it.each([
    ['attivitÃ\u00a0 di quartiere', 'attività di quartiere'],
    ['attivitÃ  di quartiere', 'attività di quartiere'],
    ['la cittÃ', 'la città'],
    ['perchÃ© piÃ¹ servizi', 'perché più servizi'],
    ['dellâ€™etÃ\u00a0', 'dell’età'],
    ['perchÃƒÂ©', 'perché'],
    ['SÃO PAULO, coração, crêpe', 'SÃO PAULO, coração, crêpe'],
    ['Città e perché', 'Città e perché'],
  ])('%s → %s', (damaged, sound) => {
    expect(repairAccents(damaged)).toBe(sound)
  })

  it('that are gone for good are seen', () => {
    expect(isDamaged('attivit\uFFFD')).toBe(true)
    expect(isDamaged('qualit? e servizi')).toBe(true)
    expect(isDamaged('perche? Lo chiede il quartiere')).toBe(false)
    expect(isDamaged('Chi? Noi')).toBe(false)
  })
})
