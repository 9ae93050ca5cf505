import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { addComment, removeComment, settleThread } from '../../../shared/board/commands/comments.ts'
import { editCard, editText } from '../../../shared/board/commands/edit-card.ts'
import { editLink, linkCards, unlink } from '../../../shared/board/commands/link-cards.ts'
import { mergeNeeds } from '../../../shared/board/commands/merge-needs.ts'
import { moveCards } from '../../../shared/board/commands/move-cards.ts'
import { putIntoIntervention } from '../../../shared/board/commands/put-into-intervention.ts'
import { setHeader } from '../../../shared/board/commands/set-header.ts'
import { restoreCards, trashCards } from '../../../shared/board/commands/trash-cards.ts'
import type { CardId, CommentId, LinkId } from '../../../shared/ids.ts'
import { aStory } from './a-story.ts'

const id = (name: string): CardId => name as CardId
const comment = (name: string): CommentId => name as CommentId
const sentence = { it: expect.any(String), en: expect.any(String) }

/** A board with a need, an action, a fund and an intervention. */
function aTable() {
  const story = aStory()
  story.by('server', (doc) => setHeader(doc, { title: 'Scampia', programme: 'pon-metro-2014-2020' }))
  story.by('anna', (doc) => {
    addCard(doc, { kind: 'need', at: [0, 0], title: 'Spazi per i giovani', id: id('need') })
    addCard(doc, { kind: 'action', at: [300, 0], title: 'Sede', id: id('action') })
    addCard(doc, { kind: 'fund', at: [600, 0], title: 'FSE', id: id('fund') })
    addCard(doc, { kind: 'intervention', at: [300, 300], size: [600, 400], title: 'Hub', id: id('frame') })
  })
  return story
}

const lastWords = (story: ReturnType<typeof aStory>): string[] => story.words().slice(-1)

describe('what happened, in words', () => {
  it('[SYNC-95] opening and proposing', () => {
    expect(aTable().words()).toEqual([
      'ha aperto il tavolo «Scampia»',
      'ha proposto il bisogno «Spazi per i giovani»',
      'ha proposto l’azione «Sede»',
      'ha aggiunto il fondo «FSE»',
      'ha proposto l’intervento «Hub»',
    ])
  })

  it('[SYNC-95] comments, with what they say', () => {
    const story = aTable()
    const say = (text: string, name: string, answers?: string) => (doc: Y.Doc) =>
      addComment(doc, {
        id: comment(name),
        card: id('need'),
        text,
        ...(answers && { answers: comment(answers) }),
      })
    story.by('anna', say('Chi lo gestisce?', 'a'))
    story.by('bruno', say('Il comune', 'b', 'a'))
    story.by('anna', (doc) => settleThread(doc, comment('a'), true))
    story.by('anna', (doc) => settleThread(doc, comment('a'), false))
    story.by('bruno', (doc) => removeComment(doc, comment('b')))
    expect(story.words().slice(-5)).toEqual([
      'ha commentato il bisogno «Spazi per i giovani»: «Chi lo gestisce?»',
      'ha risposto a un commento a proposito del bisogno «Spazi per i giovani»: «Il comune»',
      'ha chiuso una discussione a proposito del bisogno «Spazi per i giovani»',
      'ha riaperto una discussione a proposito del bisogno «Spazi per i giovani»',
      'ha tolto un commento a proposito del bisogno «Spazi per i giovani»',
    ])
    expect(story.told().at(-1)?.fact.cards).toEqual(['need'])
  })

  it('[SYNC-95] money, with the amount before', () => {
    const story = aTable()
    let link = '' as LinkId
    story.by('anna', (doc) => {
      const made = linkCards(doc, {
        kind: 'finances',
        from: id('fund'),
        to: id('action'),
        fields: { cents: 40_000_000 },
      })
      if (made.ok) link = made.id
    })
    expect(lastWords(story)).toEqual([
      'ha finanziato «Sede» con 400.000,00 € dal fondo «FSE»'.replaceAll(' €', '\u00a0€'),
    ])
    story.wait(5)
    story.by('bruno', (doc) => editLink<'finances'>(doc, link, { cents: 56_250_000 }))
    expect(lastWords(story)).toEqual([
      'ha finanziato «Sede» con 562.500,00 € dal fondo «FSE»: prima 400.000,00 €'.replaceAll(' €', '\u00a0€'),
    ])
    story.by('bruno', (doc) => unlink(doc, [link]))
    expect(lastWords(story)).toEqual(['ha tolto il collegamento: «FSE» finanzia «Sede»'])
  })

  it('[SYNC-95] fields, with the value before; links; the trash; merging; moving into an intervention', () => {
    const story = aTable()
    const words = (by: string, act: (doc: Y.Doc) => unknown): string => {
      story.wait(100)
      story.by(by, act)
      return lastWords(story)[0] ?? ''
    }
    expect(words('anna', (doc) => editCard<'action'>(doc, id('action'), { start: '2026-03-05' }))).toBe(
      'ha indicato l’inizio dell’azione «Sede»: 05/03/2026',
    )
    expect(words('anna', (doc) => editCard<'action'>(doc, id('action'), { start: '2026-09-01' }))).toBe(
      'ha cambiato l’inizio dell’azione «Sede» in 01/09/2026: prima 05/03/2026',
    )
    expect(words('anna', (doc) => editCard<'action'>(doc, id('action'), { start: undefined }))).toBe(
      'ha tolto l’inizio dell’azione «Sede»: prima 01/09/2026',
    )
    expect(words('anna', (doc) => editCard<'action'>(doc, id('action'), { nature: 'material' }))).toBe(
      'ha indicato la natura dell’azione «Sede»: materiale',
    )
    expect(
      words('anna', (doc) => linkCards(doc, { kind: 'answers', from: id('action'), to: id('need') })),
    ).toBe('ha collegato: «Sede» risponde a «Spazi per i giovani»')
    expect(words('anna', (doc) => editText(doc, id('need'), 'title', 'Spazi per tutti'))).toBe(
      'ha cambiato il titolo del bisogno «Spazi per i giovani» in «Spazi per tutti»',
    )
    expect(words('anna', (doc) => editText(doc, id('need'), 'body', 'Manca un luogo'))).toBe(
      'ha scritto nel testo del bisogno «Spazi per tutti»',
    )
    expect(words('anna', (doc) => putIntoIntervention(doc, [id('action')], id('frame')))).toBe(
      'ha messo nell’intervento «Hub» l’azione «Sede»',
    )
    expect(
      words('anna', (doc) =>
        moveCards(doc, [
          { id: id('fund'), to: [9, 9] },
          { id: id('need'), to: [8, 8] },
        ]),
      ),
    ).toBe('ha spostato 2 schede: «FSE» e «Spazi per tutti»')
    expect(words('anna', (doc) => trashCards(doc, [id('fund')]))).toBe('ha messo nel cestino il fondo «FSE»')
    expect(words('anna', (doc) => restoreCards(doc, [id('fund')]))).toBe(
      'ha ripreso dal cestino il fondo «FSE»',
    )
    story.by('anna', (doc) =>
      addCard(doc, { kind: 'need', at: [0, 500], title: 'Un luogo', id: id('other') }),
    )
    expect(words('bruno', (doc) => mergeNeeds(doc, id('need'), [id('other')]))).toBe(
      'ha unito al bisogno «Spazi per tutti» il bisogno «Un luogo»',
    )
    expect(words('bruno', (doc) => setHeader(doc, { title: 'Scampia 2' }))).toBe(
      'ha cambiato il titolo del tavolo in «Scampia 2»: prima «Scampia»',
    )
    for (const event of story.told()) expect(event.sentence).toEqual(sentence)
  })

  it('[SYNC-95] a file, a model or a long time without a network is told in one sentence', () => {
    const story = aTable()
    story.by('anna', (doc) => {
      for (let n = 0; n < 12; n++) addCard(doc, { kind: 'note', at: [0, n], title: `N ${n}` })
    })
    expect(lastWords(story)).toEqual(['ha portato sul tavolo 12 schede'])
  })
})

describe('bursts', () => {
  it('[SYNC-96] typing is one event from its first text to its last, also with somebody else typing elsewhere', () => {
    const story = aTable()
    story.wait(100)
    const count = story.told().length
    for (const [n, word] of ['Sede ', 'Sede de', 'Sede del rione'].entries()) {
      story.by('anna', (doc) => editText(doc, id('action'), 'title', word))
      story.by('bruno', (doc) => editText(doc, id('need'), 'title', `Spazi ${n}`))
      story.wait(20)
    }
    expect(story.words().slice(count)).toEqual([
      'ha cambiato il titolo dell’azione «Sede» in «Sede del rione»',
      'ha cambiato il titolo del bisogno «Spazi per i giovani» in «Spazi 2»',
    ])
    const [anna] = story.told().slice(count)
    expect(anna).toMatchObject({ first: 3, seq: 7, actor: 'anna' })
  })

  it('[SYNC-96] ends with a pause of a minute, after ten, and when somebody else changes the same', () => {
    const title = (text: string) => (doc: Y.Doc) => editText(doc, id('action'), 'title', text)
    const pause = aTable()
    pause.wait(100)
    const count = pause.told().length
    pause.by('anna', title('A'))
    pause.wait(60)
    pause.by('anna', title('AB'))
    expect(pause.told()).toHaveLength(count + 2)

    const long = aTable()
    long.wait(100)
    for (let n = 0; n < 25; n++) {
      long.by('anna', title('A'.repeat(n + 1)))
      long.wait(30)
    }
    expect(long.told()).toHaveLength(count + 2)

    const crossed = aTable()
    crossed.wait(100)
    crossed.by('anna', title('A'))
    crossed.by('bruno', title('AB'))
    crossed.by('anna', title('ABC'))
    expect(crossed.told()).toHaveLength(count + 3)
  })

  it('[SYNC-96] a burst that ends where it began is no news, and titling a new card is adding it', () => {
    const story = aTable()
    story.wait(100)
    const count = story.told().length
    story.by('anna', (doc) => addCard(doc, { kind: 'note', at: [0, 0], id: id('new') }))
    story.wait(5)
    story.by('anna', (doc) => editText(doc, id('new'), 'title', 'Idea'))
    story.by('anna', (doc) => editText(doc, id('action'), 'title', 'Sedi'))
    story.by('anna', (doc) => editText(doc, id('action'), 'title', 'Sede'))
    expect(story.words().slice(count)).toEqual(['ha aggiunto la nota «Idea»'])
  })
})
