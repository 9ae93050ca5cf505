import { describe, expect, it } from 'vitest'
import texts from '../../../client/messages/panel.it.json'
import { guestOf, PERSON_COLOURS } from '../../../shared/protocol/person-colours.ts'

describe('a guest, in files', () => {
  it('is called as on the page', () => {
    const words = texts.person_colours.split(' ')
    expect(PERSON_COLOURS.map(guestOf)).toEqual(
      words.map((word) => texts.person_guest.replace('{colour}', word)),
    )
  })

  it('is nobody when the colour is nobody’s', () => {
    expect(guestOf('#5c6f82')).toBe('')
  })
})
