import type { Sentence } from '../../../shared/plan/finding.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'

/** Why a write was not taken: a code for programs, a sentence for the person, the code the socket is closed with. */
export interface Refusal {
  readonly code: string
  readonly sentence: Sentence
  readonly close: number
}

export const REFUSED = {
  unsound: {
    code: 'unsound',
    sentence: {
      it: 'I dati ricevuti non sono un aggiornamento valido della lavagna.',
      en: 'The bytes received are not a sound update of the board.',
    },
    close: CLOSE.badFrame,
  },
  tooLarge: {
    code: 'tooLarge',
    sentence: {
      it: 'La modifica è troppo grande per essere inviata in una volta sola.',
      en: 'The change is too large to be sent at once.',
    },
    close: CLOSE.tooLarge,
  },
  missing: {
    code: 'missing',
    sentence: {
      it: 'La modifica dipende da un’altra che non è arrivata.',
      en: 'The change depends on another one that has not arrived.',
    },
    close: CLOSE.badFrame,
  },
  foreignClient: {
    code: 'foreignClient',
    sentence: {
      it: 'La modifica è firmata come se venisse da un’altra persona.',
      en: 'The change is signed as if it came from somebody else.',
    },
    close: CLOSE.clientIdTaken,
  },
  role: {
    code: 'role',
    sentence: {
      it: 'Questo link permette di guardare la lavagna, non di modificarla.',
      en: 'This link lets you look at the board, not change it.',
    },
    close: CLOSE.forbidden,
  },
  notYours: {
    code: 'notYours',
    sentence: {
      it: 'Le parole di un commento le cambia solo chi le ha scritte.',
      en: 'The words of a comment are changed only by who wrote them.',
    },
    close: CLOSE.forbidden,
  },
  archived: {
    code: 'archived',
    sentence: {
      it: 'La lavagna è archiviata: si può leggere ma non modificare.',
      en: 'The board is archived: it can be read but not changed.',
    },
    close: CLOSE.forbidden,
  },
  boardFull: {
    code: 'boardFull',
    sentence: {
      it: 'Il tavolo è pieno: si può leggere ed esportare. Per continuare, chi facilita lo archivia e ne apre uno nuovo.',
      en: 'The table is full: it can be read and exported. To go on, whoever facilitates archives it and opens a new one.',
    },
    close: CLOSE.tooLarge,
  },
} as const satisfies Record<string, Refusal>

/** A record that is wrong in itself: which, and what was expected. */
export function wrongRecord(place: string, expected: Sentence): Refusal {
  return {
    code: 'wrongRecord',
    sentence: {
      it: `${place.slice(0, 200)}: ${expected.it}`,
      en: `${place.slice(0, 200)}: ${expected.en}`,
    },
    close: CLOSE.badFrame,
  }
}
