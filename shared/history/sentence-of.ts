import type { Sentence } from '../plan/finding.ts'
import { listed } from '../plan/wording.ts'
import { agreementWords } from './agreement-words.ts'
import { changeOf, changedWords, financedWords, linkWords, relinkedWords } from './change-words.ts'
import type { Fact, Name, OfCards, OfComments, Retitled, WentBackTo } from './fact.ts'
import { bare, ofThe, quotedText, say, short, the } from './words.ts'

/** What a fact says after the name of who did it: `ha proposto il bisogno «Spazi per i giovani»`. */
export function sentenceOf(fact: Fact): Sentence {
  switch (fact.kind) {
    case 'opened':
      return openedWords(fact.title)
    case 'added':
      return addedWords(fact)
    case 'retitled':
      return retitledWords(fact)
    case 'described':
      return of('ha scritto nel testo', 'wrote in the text of', fact)
    case 'moved':
      return some(fact, 'ha spostato', 'moved')
    case 'resized':
      return some(fact, 'ha ridimensionato', 'resized')
    case 'removed':
      return some(fact, 'ha messo nel cestino', 'put in the trash')
    case 'restored':
      return some(fact, 'ha ripreso dal cestino', 'took out of the trash')
    case 'deleted':
      return some(fact, 'ha annullato l’aggiunta e tolto', 'undid the adding of')
    case 'grouped':
      return into(fact, 'ha messo nell’intervento', 'put into the intervention')
    case 'ungrouped':
      return some(fact, 'ha tolto dall’intervento', 'took out of the intervention')
    case 'merged':
      return into(fact, 'ha unito al bisogno', 'merged into the need')
    case 'unmerged':
      return some(
        fact,
        'ha separato dal bisogno a cui era unito',
        'separated from the need it was merged into',
      )
    case 'changed':
      return fact.field === null ? some(fact, 'ha cambiato', 'changed') : changedWords(fact, fact.field)
    case 'linked':
    case 'unlinked':
      return linkWords(fact)
    case 'financed':
      return financedWords(fact)
    case 'relinked':
      return relinkedWords(fact)
    case 'commented':
      return saidWords(fact, some(fact, 'ha commentato', 'commented on'))
    case 'answered':
      return saidWords(fact, of('ha risposto a un commento a proposito', 'answered a comment on', fact))
    case 'settled':
      return of('ha chiuso una discussione a proposito', 'settled a conversation on', fact)
    case 'reopened':
      return of('ha riaperto una discussione a proposito', 'reopened a conversation on', fact)
    case 'unsaid':
      return of('ha tolto un commento a proposito', 'took away a comment on', fact)
    case 'header':
      return changeOf(say('del tavolo', 'the board'), fact.field, fact.before, fact.after)
    case 'imported':
      return counted(fact, 'ha portato sul tavolo', 'brought to the board')
    case 'repaired':
      return counted(fact, 'ha messo in ordine', 'put in order')
    case 'wentBack':
      return wentBackWords(fact)
    case 'agreement':
      return agreementWords(fact)
  }
}

const first = (names: readonly Name[]): Name => names[0] ?? { kind: 'note', title: '' }

/** `ha spostato il bisogno «A»`; of several `ha spostato 3 schede: «A», «B» e «C»`. */
function some({ cards, names }: Pick<OfCards, 'cards' | 'names'>, it: string, en: string): Sentence {
  const what = whatOf(cards.length, names)
  return say(`${it} ${what.it}`, `${en} ${what.en}`)
}

function whatOf(count: number, names: readonly Name[]): Sentence {
  if (count <= 1) return the(first(names))
  const shown = names.map(short)
  const rest = count - shown.length
  const list = listed(rest > 0 ? [...shown, say(`altre ${rest}`, `${rest} more`)] : shown)
  return say(`${count} schede: ${list.it}`, `${count} cards: ${list.en}`)
}

function of(it: string, en: string, { names }: Pick<OfCards, 'names'>): Sentence {
  const whose = ofThe(first(names))
  return say(`${it} ${whose.it}`, `${en} ${whose.en}`)
}

function into(fact: Extract<Fact, { into: Name }>, it: string, en: string): Sentence {
  const [what, target] = [whatOf(fact.cards.length, fact.names), short(fact.into)]
  return say(`${it} ${target.it} ${what.it}`, `${en} ${target.en} ${what.en}`)
}

function openedWords(title: string): Sentence {
  const name = quotedText(title)
  return title === ''
    ? say('ha aperto il tavolo', 'opened the board')
    : say(`ha aperto il tavolo ${name.it}`, `opened the board ${name.en}`)
}

/** `ha commentato il bisogno «Spazi»: «Chi lo gestisce?»`. */
function saidWords({ words }: OfComments, what: Sentence): Sentence {
  const quoted = quotedText(words ?? '')
  return words === null ? what : say(`${what.it}: ${quoted.it}`, `${what.en}: ${quoted.en}`)
}

/** Needs, actions and interventions are proposed; what is there anyway is added. */
function addedWords(fact: OfCards): Sentence {
  const { kind } = first(fact.names)
  const isProposal = kind === 'need' || kind === 'action' || kind === 'intervention'
  return isProposal ? some(fact, 'ha proposto', 'proposed') : some(fact, 'ha aggiunto', 'added')
}

function retitledWords({ names, before, after }: Retitled): Sentence {
  const now = quotedText(after)
  const old = { ...first(names), title: before }
  const whose = ofThe(old)
  if (before.trim() === '')
    return say(`ha intitolato ${bare(old).it} ${now.it}`, `titled ${bare(old).en} ${now.en}`)
  if (after.trim() === '') return say(`ha tolto il titolo ${whose.it}`, `took away the title of ${whose.en}`)
  return say(
    `ha cambiato il titolo ${whose.it} in ${now.it}`,
    `changed the title of ${whose.en} to ${now.en}`,
  )
}

function counted({ cards, links }: Fact, it: string, en: string): Sentence {
  const parts = [
    ...(cards.length === 0 ? [] : [plural(cards.length, ['scheda', 'schede'], ['card', 'cards'])]),
    ...(links.length === 0
      ? []
      : [plural(links.length, ['collegamento', 'collegamenti'], ['link', 'links'])]),
  ]
  const list = listed(parts)
  return say(`${it} ${list.it}`, `${en} ${list.en}`)
}

type Forms = readonly [one: string, many: string]
const plural = (count: number, it: Forms, en: Forms): Sentence => {
  const form = count === 1 ? 0 : 1
  return say(`${count} ${it[form]}`, `${count} ${en[form]}`)
}

function wentBackWords({ to, whole, names }: WentBackTo): Sentence {
  const what = whole ? say('il tavolo', 'the board') : the(first(names))
  return say(
    `ha riportato ${what.it} a com’era alla registrazione ${to}`,
    `took ${what.en} back to how it was at record ${to}`,
  )
}
