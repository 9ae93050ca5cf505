import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { setAsideWords } from '../../../client/components/shell/set-aside-words.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'
import { canStartAfresh } from '../../../client/session/can-start-afresh.ts'
import type { Refusal } from '../../../client/session/kept-aside.ts'
import { setAside } from '../../../client/session/set-aside.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { readBoard } from '../../../shared/formats/board-json/read.ts'
import type { BoardId } from '../../../shared/ids.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'

beforeAll(() => overwriteGetLocale(() => 'it'))

const refusal = (code: number, why: string | null = null): Refusal => ({ code, why })

function asideOf(titles: readonly string[], why: Refusal) {
  const mine = new Y.Doc()
  for (const title of titles) addCard(mine, { kind: 'need', at: [0, 0], title })
  return setAside(mine, new Y.Doc(), 'b' as BoardId, 0, why)
}

describe('[SYNC-28] what is set aside for the person', () => {
  it('is said plainly: why, and which cards are in the file', () => {
    const aside = asideOf(['Doposcuola', 'Trasporto'], refusal(CLOSE.forbidden, 'archived'))
    expect(setAsideWords(aside)).toContain('il tavolo era archiviato')
    expect(setAsideWords(aside)).toContain('«Doposcuola», «Trasporto»')
    const many = asideOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'], refusal(CLOSE.generationChanged))
    expect(setAsideWords(many)).toContain('«e», altre 2 schede')
    expect(setAsideWords(many)).toContain('riportato a un momento precedente')
  })

  it('[SYNC-14] says that the table is full, and what can still be done there', () => {
    const words = setAsideWords(asideOf(['Doposcuola'], refusal(CLOSE.tooLarge, 'boardFull')))
    expect(words).toContain('il tavolo è pieno')
    expect(words).toContain('«Doposcuola»')
  })

  it('names the cards of what was wrong in itself, and no field of the document', () => {
    const words = setAsideWords(asideOf(['Doposcuola'], refusal(CLOSE.badFrame, 'wrongRecord')))
    expect(words).toContain('non ha accettato una modifica')
    expect(words).toContain('«Doposcuola»')
  })

  it('says so when nothing was missing', () => {
    const aside = asideOf([], refusal(CLOSE.generationChanged))
    expect(aside.file).toBeNull()
    expect(setAsideWords(aside)).toContain('Non mancava niente')
  })

  it('is a file that the import of a board takes', () => {
    const { file } = asideOf(['Doposcuola'], refusal(CLOSE.tooLarge))
    const { whole, problems } = readBoard(new TextEncoder().encode(file ?? ''))
    expect(problems).toEqual([])
    expect(Object.keys(whole.cards)).toHaveLength(1)
  })
})

it('[SYNC-29] a table starts afresh after what a new document mends, and not without a link that opens it', () => {
  for (const code of [1009, 4400, 4403, 4409, 4410, 4413]) expect(canStartAfresh(code)).toBe(true)
  for (const code of [0, 4401, 4404, 4426, 1006, 4503]) expect(canStartAfresh(code)).toBe(false)
})
