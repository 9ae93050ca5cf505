import type { Kind } from '../../board/card.ts'
import type { Indicator } from '../../board/fields.ts'
import type { LinkKind } from '../../board/link.ts'
import type { Verdict } from '../../plan/finding.ts'

/** Sheets of cards, one a kind. */
export const CARD_SHEETS: Readonly<Record<Kind, string>> = {
  need: 'Bisogni',
  action: 'Azioni',
  intervention: 'Interventi',
  axis: 'Assi',
  fund: 'Fondi',
  partner: 'Soggetti',
  context: 'Interventi in corso',
  note: 'Note',
  zone: 'Zone',
}

export const LINK_WORDS: Readonly<Record<LinkKind, string>> = {
  answers: 'risponde a',
  programmedUnder: 'sotto l’asse',
  finances: 'finanzia',
  enables: 'abilita',
  commits: 'si impegna per',
  complements: 'è complementare a',
  relates: 'collegato a',
}

export const INDICATOR_WORDS: Readonly<Record<Indicator['type'], string>> = {
  output: 'Realizzazione',
  result: 'Risultato',
}

export const STATE_WORDS: Readonly<Record<'proposed' | 'confirmed', string>> = {
  proposed: 'Proposto',
  confirmed: 'Confermato',
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  holds: 'Va bene',
  fails: 'Da sistemare',
  notYetKnown: 'Ancora da chiarire',
}

export const YES = 'sì'
