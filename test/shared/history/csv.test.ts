import { describe, expect, it } from 'vitest'
import texts from '../../../client/messages/panel.it.json'
import { csvRows } from '../../../shared/history/csv.ts'
import type { Told } from '../../../shared/history/fact.ts'
import { COLOUR_WORDS, PERSON_COLOURS } from '../../../shared/protocol/person-colours.ts'

const opened: Told = {
  seq: 1,
  first: 1,
  atMs: 0,
  firstMs: 0,
  actor: 'someone',
  hash: '',
  fact: { kind: 'opened', title: 'Cortili', cards: [], links: [] },
}

/** The column that says who it was. */
const whoIn = (name: string, organisation: string, colour: string): string | undefined =>
  csvRows([opened], () => ({ name, organisation, colour })).split(';')[3]

describe('who did something, in history.csv', () => {
  it.each(PERSON_COLOURS.map((colour, nth) => [COLOUR_WORDS[nth], colour]))(
    'is a guest, %s',
    (word, colour) => {
      expect(whoIn('', '', colour ?? '')).toBe(`Ospite ${word}`)
    },
  )

  it('has the name that was given, and none where an organisation stands beside, or the name was taken out', () => {
    expect(whoIn('Anna', '', PERSON_COLOURS[0])).toBe('Anna')
    expect(whoIn('', 'Cooperativa', PERSON_COLOURS[0])).toBe('')
    expect(whoIn('', '', '#5c6f82')).toBe('')
  })

  it('is called as on the page', () => {
    expect(texts.person_colours).toBe(COLOUR_WORDS.join(' '))
    expect(texts.person_guest).toBe('Ospite {colour}')
  })
})
