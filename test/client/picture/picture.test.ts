import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathBetween } from '../../../client/board/drawn-link.ts'
import { drawPicture, withFonts } from '../../../client/components/picture/draw-picture.ts'
import { PAPER } from '../../../client/components/picture/paper-inks.ts'
import type { Drawn, Picture, PicturedCard } from '../../../client/components/picture/picture.ts'
import { pngScale } from '../../../client/components/picture/png.ts'
import type { Card } from '../../../shared/board/card.ts'
import type { Link } from '../../../shared/board/link.ts'
import { euro, type Cents } from '../../../shared/money.ts'
import { readXml } from './well-formed.ts'

const AMOUNT = euro(56_250_000 as Cents)

const hand: Drawn = {
  measure: (text, size) => text.length * size * 0.5,
  sign: ({ kind }) => `<path d="M0 0h24" class="${kind}"/>`,
}

const aCard = (id: string, kind: Card['kind'], title: string, x: number): Card =>
  ({ id, kind, title, at: [x, 0], size: [228, 124], body: '', deleted: false }) as unknown as Card

const pictured = (card: Card, facts: Partial<PicturedCard> = {}): PicturedCard => ({
  card,
  box: { x: card.at[0], y: card.at[1], width: 228, height: 124 },
  fact: '',
  chips: [],
  amount: '',
  more: '',
  ...facts,
})

const FUND = pictured(aCard('f', 'fund', 'FSE', 600), { fact: 'Tetto 800.000,00 €', amount: AMOUNT })
const ACTION = pictured(aCard('a', 'action', 'Portinerie sociali', 0), {
  fact: 'Immateriale',
  chips: ['Inquilini ERP'],
  amount: AMOUNT,
})

function aPicture(part: Partial<Picture> = {}): Picture {
  const link = {
    id: 'l',
    kind: 'finances',
    from: 'f',
    to: 'a',
    cents: 56_250_000 as Cents,
  } as unknown as Link
  return {
    lang: 'it',
    title: 'Quartieri Connessi',
    subtitle: 'Milano · PON Metro · 26 novembre 2026',
    total: { amount: AMOUNT, word: 'totale' },
    frames: [
      {
        card: { ...aCard('i', 'intervention', 'Lorenteggio', -40), size: [320, 240] },
        box: { x: -40, y: -60, width: 320, height: 240 },
        badge: 'Doppia 3·4',
        total: AMOUNT,
        holds: [],
      },
    ],
    cards: [ACTION, FUND],
    links: [{ link, path: pathBetween(link, FUND.box, ACTION.box) }],
    kindWord: (kind) => `kind ${kind}`,
    linkWord: (kind) => `link ${kind}`,
    untitled: 'Senza titolo',
    ...part,
  }
}

const textsOf = (picture: Picture): readonly string[] => readXml(drawPicture(picture, hand).markup).texts

describe('a picture of the board', () => {
  it('is well-formed, and says everything in real texts: name, date, cards, amounts, badge, what a line means', () => {
    const { elements, texts } = readXml(drawPicture(aPicture(), hand).markup)
    expect(elements[0]).toMatchObject({ name: 'svg', attributes: { xmlns: 'http://www.w3.org/2000/svg' } })
    for (const said of [
      'Quartieri Connessi',
      'Milano · PON Metro · 26 novembre 2026',
      'Portinerie sociali',
      'Immateriale',
      'Inquilini ERP',
      'FSE',
      'Doppia 3·4',
      'kind fund',
      'link finances',
    ])
      expect(texts).toContain(said)
    // On both cards, on the frame, on the line between them, and in the total.
    expect(texts.filter((text) => text === AMOUNT)).toHaveLength(5)
  })

  it('draws the same bytes for the same board', () => {
    expect(drawPicture(aPicture(), hand)).toEqual(drawPicture(aPicture(), hand))
  })

  it('holds every card within its edges, also when there is little to show', () => {
    const { width, height } = drawPicture(aPicture(), hand)
    expect(width).toBeGreaterThan(600 + 228 + 40)
    expect(height).toBeGreaterThan(240)
    expect(drawPicture(aPicture({ cards: [], frames: [], links: [] }), hand).width).toBeGreaterThanOrEqual(
      640,
    )
  })

  it('says of a card without a title that it has none', () => {
    expect(textsOf(aPicture({ cards: [pictured(aCard('n', 'need', ' ', 0))] }))).toContain('Senza titolo')
  })

  it('says of a folded frame what it holds, and what the signs mean', () => {
    const [frame] = aPicture().frames
    if (!frame) throw new Error('the picture has a frame')
    const folded = {
      ...frame,
      box: { ...frame.box, width: 300, height: 88 },
      holds: [['action', 37]] as const,
    }
    const texts = textsOf(aPicture({ frames: [folded], cards: [], links: [] }))
    expect(texts).toContain('37')
    expect(texts).toContain('kind action')
  })

  it('takes hostile texts for texts', () => {
    const hostile = `</text><script>alert("1")</script> & ]]> \u0000\u001b\ud800 <image href='x' onerror=alert(1)>`
    const card = pictured(aCard('n', 'note', hostile, 0), {
      fact: hostile,
      chips: [hostile],
      amount: hostile,
    })
    const { elements, texts } = readXml(
      drawPicture(aPicture({ title: hostile, subtitle: hostile, cards: [card] }), hand).markup,
    )
    expect(elements.map(({ name }) => name)).not.toContain('script')
    expect(elements.map(({ name }) => name)).not.toContain('image')
    expect(texts).toContain(
      [...hostile].map((sign) => ('\u0000\u001b\ud800'.includes(sign) ? '\uFFFD' : sign)).join(''),
    )
  })

  it('is well-formed whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, label) => {
        const link = { id: 'l', kind: 'relates', from: 'f', to: 'a', label } as unknown as Link
        const path = pathBetween(link, FUND.box, ACTION.box)
        const cards = [FUND, pictured(aCard('a', 'action', title, 0))]
        readXml(
          withFonts(drawPicture(aPicture({ title, cards, links: [{ link, path }] }), hand).markup, title),
        )
      }),
    )
  })
})

describe('its colours', () => {
  it('are those of the light theme', () => {
    const css = readFileSync(new URL('../../../client/styles/tokens.css', import.meta.url), 'utf8')
    const light = css.slice(0, css.indexOf('@media'))
    const token = (name: string): string | undefined => new RegExp(`--${name}: (#\\w{6})`).exec(light)?.[1]
    expect(PAPER).toMatchObject({
      text: token('text'),
      secondary: token('secondary'),
      linkLine: token('link-line'),
      frameLine: token('frame-line'),
      fund: token('fund'),
    })
    for (const kind of ['need', 'action', 'axis', 'fund', 'partner', 'context', 'note'] as const) {
      expect(PAPER.kinds[kind]).toBe(token(kind))
      expect(PAPER.tints[kind]).toBe(token(`${kind}-tint`))
    }
  })
})

describe('a PNG', () => {
  it('is twice the board’s size, and never larger than every browser draws', () => {
    expect(pngScale({ width: 1000, height: 600 })).toBe(2)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000 }),
        fc.integer({ min: 1, max: 500_000 }),
        (width, height) => {
          const scale = pngScale({ width, height })
          expect(Math.floor(width * scale)).toBeLessThanOrEqual(8_192)
          expect(Math.floor(height * scale)).toBeLessThanOrEqual(8_192)
          expect(Math.floor(width * scale) * Math.floor(height * scale)).toBeLessThanOrEqual(2 ** 24)
        },
      ),
    )
  })
})
