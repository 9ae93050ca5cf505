import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKS } from '../../../shared/plan/checks/index.ts'
import { linesOf } from '../../../shared/programme/json-lines.ts'
import { mistakeLine, readPack } from '../../../shared/programme/pack-text.ts'

const file = (id: string): string =>
  readFileSync(new URL(`../../../shared/programme/data/${id}.json`, import.meta.url), 'utf8')
const RULES = CHECKS.map(({ id }) => id)
const PACK = file('pn-metro-plus-2021-2027')
/** What is wrong with the pack once a piece of its text is another. */
const mistakes = (was: string | RegExp, is: string): string[] => {
  const text = PACK.replace(was, is)
  expect(text).not.toBe(PACK)
  const read = readPack(text, RULES)
  return 'mistakes' in read ? read.mistakes.map((one) => mistakeLine('nuovo.json', one)) : []
}
const lineOf = (words: string): number => PACK.slice(0, PACK.indexOf(words)).split('\n').length

describe('the text of a pack', () => {
  it.each(['pon-metro-2014-2020', 'pn-metro-plus-2021-2027'])('%s is sound', (id) => {
    expect(readPack(file(id), RULES)).toMatchObject({ pack: { id } })
  })

  it('is refused with the line of each mistake and its reason, in both languages', () => {
    expect(mistakes('"maxEuRate": 0.85', '"maxEuRate": 85')).toEqual([
      `nuovo.json, riga/line ${lineOf('"maxEuRate"')}: coFinancing.maxEuRate: ci vuole un numero da 0 a 1, c’è 85 / expected a number from 0 to 1, got 85`,
    ])
    const [first, second, ...others] = mistakes(/"SE-2": "warning"/, '"SE-2": "fatale"').concat(
      mistakes('"verified": true', '"verifeid": true'),
    )
    expect(first).toMatch(new RegExp(`riga/line ${lineOf('"SE-2"')}: checks.SE-2: ci vuole una di queste`))
    expect(second).toMatch(/riga\/line \d+: axes\[0\]\.specificObjectives\[0\].*/)
    expect(others.join('\n')).toContain('nome non previsto / unknown key')
  })

  it('may order the chapters of the dossier, by the names that they have', () => {
    const sound = readPack(PACK.replace(/ {2}"dossier": \[[^\]]*\],\n/, ''), RULES)
    expect('pack' in sound).toBe(true)
    expect(mistakes('"annexV",', '"annessi",')[0]).toContain(
      `riga/line ${lineOf('"annexV"')}: dossier[5]: ci vuole una di queste parole`,
    )
  })

  it('names the line of what something is missing in', () => {
    expect(mistakes(/ {2}"cci": .*\n/, '')[0]).toBe(
      'nuovo.json, riga/line 1: cci: ci vuole un testo, c’è niente / expected a text, got nothing',
    )
  })

  it('names the line on which it stops being JSON', () => {
    const at = lineOf('"shortTitle"')
    expect(mistakes(/"title": "Programma Nazionale[^\n]*,\n/, '"title": "Programma Nazionale"\n')[0]).toMatch(
      new RegExp(`^nuovo.json, riga/line ${at}: qui il file non è più JSON`),
    )
    const cut = readPack(PACK.slice(0, PACK.indexOf('"funds": [')), RULES)
    expect('mistakes' in cut && cut.mistakes).toMatchObject([{ place: '' }])
  })

  it('is refused where values contradict each other', () => {
    expect(mistakes('"code": "2"', '"code": "1"').join()).toContain(
      'axes[1].code: il codice 1 c’è due volte / the code 1 occurs twice',
    )
    expect(mistakes('"SE-1": "error"', '"SE-9": "error"').join()).toContain(
      'checks.SE-9: non c’è nessun controllo con questo nome',
    )
    expect(mistakes('"example": "BR5.4.11.1a"', '"example": "x"').join()).toContain('x non segue il modello')
  })

  it('is a pack or mistakes with lines of the text, whatever is in it', () => {
    const turned = fc
      .tuple(fc.nat(PACK.length), fc.string({ maxLength: 6 }), fc.nat(40))
      .map(([at, put, drop]) => PACK.slice(0, at) + put + PACK.slice(at + drop))
    fc.assert(
      fc.property(fc.oneof(turned, fc.string(), fc.json()), (text) => {
        const read = readPack(text, RULES)
        if (!('mistakes' in read)) return
        expect(read.mistakes.length).toBeGreaterThan(0)
        const last = text.split('\n').length
        for (const { line } of read.mistakes) expect(line >= 1 && line <= last).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})

describe('the lines of a JSON text', () => {
  it('are those on which its values begin', () => {
    const text = '{\n "a": [1,\n  {"b\\"": "x"}],\n "c":\n null\n}'
    expect(Object.fromEntries(linesOf(text))).toEqual({
      '[]': 1,
      '["a"]': 2,
      '["a",0]': 2,
      '["a",1]': 3,
      '["a",1,"b\\""]': 3,
      '["c"]': 5,
    })
  })

  it('are known of every value of any JSON', () => {
    const places = (value: unknown, place: (string | number)[] = []): string[] => [
      JSON.stringify(place),
      ...(Array.isArray(value)
        ? value.flatMap((one, n) => places(one, [...place, n]))
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([key, one]) => places(one, [...place, key]))
          : []),
    ]
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const lines = linesOf(JSON.stringify(value, null, 1))
        for (const place of places(JSON.parse(JSON.stringify(value)))) expect(lines.has(place)).toBe(true)
      }),
    )
  })
})
