import type { Sentence } from '../../shared/plan/finding.ts'
import { Problem } from './problem.ts'

const make = (
  status: number,
  code: string,
  it: string,
  en: string,
  headers?: Record<string, string>,
): Problem => new Problem({ status, code, sentence: { it, en }, ...(headers && { headers }) })

const CHALLENGE = { 'www-authenticate': 'Bearer realm="tavolo"' }

export const keyNeeded = () =>
  make(
    401,
    'keyNeeded',
    'Serve una chiave: intestazione «Authorization: Bearer …».',
    'A key is needed: header “Authorization: Bearer …”.',
    CHALLENGE,
  )
export const participantNeeded = () =>
  make(
    401,
    'participantNeeded',
    'Serve il gettone di chi partecipa: intestazione «Tavolo-Participant: …».',
    'The token of a participant is needed: header “Tavolo-Participant: …”.',
    CHALLENGE,
  )
export const keyUnknown = () =>
  make(
    401,
    'keyUnknown',
    'Questa chiave non vale: non esiste, è stata revocata o è scaduta.',
    'This key is not good: it does not exist, was revoked or has expired.',
    CHALLENGE,
  )
export const notAllowed = () =>
  make(403, 'notAllowed', 'Questa chiave non permette di farlo.', 'This key does not allow that.')
export const noSuchBoard = () =>
  make(
    404,
    'noSuchBoard',
    'Qui non c’è nessun tavolo: l’indirizzo è incompleto o il tavolo è stato cancellato. Controlla il link.',
    'There is no board here: the address is not complete or the board was erased. Check the link.',
  )
export const notFound = () =>
  make(404, 'notFound', 'A questo indirizzo non c’è nulla.', 'There is nothing at this address.')
export const noSuchThing = (it: string, en: string) => make(404, 'notFound', it, en)
export const noSuchMoment = () =>
  make(
    404,
    'noSuchMoment',
    'Nella storia di questo tavolo non c’è questo momento, o non è più conservato qui: scegline un altro.',
    'There is no such moment in the history of this board, or it is no longer kept here: choose another one.',
  )
export const archived = () =>
  make(
    409,
    'archived',
    'Il tavolo è archiviato: si può leggere ma non modificare. Chi facilita può riaprirlo.',
    'The board is archived: it can be read but not changed. Whoever facilitates can open it again.',
  )
export const boardFull = () =>
  make(
    409,
    'boardFull',
    'Il tavolo è pieno: si può leggere, esportare e mettere schede nel cestino. Per continuare, chi facilita lo archivia e ne apre uno nuovo.',
    'The board is full: it can be read, exported and tidied. To go on, whoever facilitates archives it and opens a new one.',
  )
export const receiptTaken = () =>
  make(
    409,
    'receiptTaken',
    'Questa ricevuta è di un altro tavolo: scrivi di nuovo il testo e invialo.',
    'This receipt belongs to another board: write the text again and send it.',
  )
export const tooManyBoards = (limit: number) =>
  make(
    409,
    'tooManyBoards',
    `Con il tuo link si possono aprire al massimo ${limit} tavoli: cancella quelli che non servono più.`,
    `At most ${limit} boards can be opened with your link: erase those that are no longer needed.`,
  )
export const tooMany = (it: string, en: string) => make(409, 'tooMany', it, en)
export const agreementOpen = () =>
  make(
    409,
    'agreementOpen',
    'C’è già una versione proposta ai partner: prima va conclusa o ritirata.',
    'A version is proposed to the partners already: end or withdraw it first.',
  )
export const agreementEnded = () =>
  make(
    409,
    'agreementEnded',
    'Su questa versione si è già concluso: per cambiare se ne propone un’altra.',
    'This version is settled: to change something, propose another one.',
  )
export const nobodyAgreed = () =>
  make(
    409,
    'nobodyAgreed',
    'Nessun partner si è detto d’accordo: la versione si può ritirare, non concordare.',
    'No partner agrees: the version can be withdrawn, not agreed on.',
  )
export const notDelegate = () =>
  make(
    403,
    'notDelegate',
    'Per questo partner può rispondere solo chi ne è delegato: chi facilita può indicarlo.',
    'Only the delegate of this partner may answer for it: a facilitator can name one.',
  )
export const reasonNeeded = () =>
  wrongInput('reason', {
    it: 'reason: un’obiezione ha bisogno di un motivo.',
    en: 'reason: an objection needs a reason.',
  })
export const versionProposed = () =>
  make(
    409,
    'versionProposed',
    'Questa versione è stata proposta ai partner: il suo nome resta nella storia.',
    'This version was proposed to the partners: its name stays in the history.',
  )
export const keyRevoked = () =>
  make(
    409,
    'keyRevoked',
    'Questo link è revocato per sempre: creane uno nuovo.',
    'This link is revoked for good: make a new one.',
  )
export const lastFacilitator = () =>
  make(
    409,
    'lastFacilitator',
    'È l’ultimo link di chi facilita senza scadenza: senza, nessuno potrebbe più gestire il tavolo. Creane prima un altro.',
    'This is the last facilitator link without an end: without it nobody could run the board. Make another one first.',
  )
export const tooFast = (waitMs: number) =>
  make(
    429,
    'tooFast',
    `Troppe richieste in poco tempo: riprova tra ${soon(waitMs).it}.`,
    `Too many requests in a short time: try again in ${soon(waitMs).en}.`,
    { 'retry-after': String(seconds(waitMs)) },
  )
export const noBackup = () =>
  make(501, 'noBackup', 'Questo server non tiene nulla su disco.', 'This server keeps nothing on disk.')
export const tooManyGuesses = (waitMs: number) =>
  make(
    429,
    'tooManyAttempts',
    `Da qui sono arrivati troppi link sbagliati: riprova tra ${soon(waitMs).it}, con il link copiato per intero.`,
    `Too many wrong links came from here: try again in ${soon(waitMs).en}, with the whole link.`,
    { 'retry-after': String(seconds(waitMs)) },
  )
export const tooLarge = (bytes: number) =>
  make(
    413,
    'tooLarge',
    `Quello che hai inviato è troppo grande: se ne possono mandare al massimo ${sizeOf(bytes)} alla volta. Dividilo in parti.`,
    `What you sent is too large: at most ${sizeOf(bytes)} can be sent at once. Send it in parts.`,
  )
export const notJson = () =>
  make(400, 'notJson', 'Il contenuto inviato non è JSON.', 'What was sent is not JSON.')
export const wrongInput = (place: string, sentence: Sentence, more?: Record<string, unknown>) =>
  new Problem({ status: 422, code: 'wrongInput', sentence, place, ...(more && { more }) })
export const storage = () =>
  make(
    503,
    'storage',
    'Il server ora non riesce a scrivere su disco: nulla è stato cambiato. Riprova tra poco.',
    'The server cannot write to its disk now: nothing was changed. Try again soon.',
    { 'retry-after': '10' },
  )
export const diskFull = () =>
  make(
    507,
    'diskFull',
    'Il disco del server è quasi pieno: si può continuare sui tavoli aperti, ma non aprirne di nuovi. Avvisa chi gestisce il server.',
    'The disk of the server is nearly full: open boards go on, but no new ones can be opened. Tell whoever runs the server.',
  )
export const damaged = () =>
  make(
    503,
    'boardDamaged',
    'I dati di questo tavolo sono danneggiati e non vengono serviti. Avvisa chi gestisce il server.',
    'The data of this board are damaged and are not served. Tell whoever runs the server.',
  )
export const stopping = () =>
  make(
    503,
    'stopping',
    'Il server si sta riavviando: riprova tra un minuto.',
    'The server is restarting: try again in a minute.',
    { 'retry-after': '10' },
  )
export const internal = () =>
  make(
    500,
    'internal',
    'Qualcosa non ha funzionato sul server: riprova tra poco. Se continua, avvisa chi lo gestisce: l’errore è nel registro.',
    'Something went wrong on the server: try again soon. If it goes on, tell whoever runs it: the error is in the log.',
  )

const seconds = (ms: number): number => Math.ceil(ms / 1000)

/** A time to wait, in words. */
function soon(ms: number): Sentence {
  const [few, minutes] = [seconds(ms), Math.ceil(ms / 60_000)]
  if (few <= 1) return { it: 'un secondo', en: 'a second' }
  if (few <= 90) return { it: `${few} secondi`, en: `${few} seconds` }
  return { it: `${minutes} minuti`, en: `${minutes} minutes` }
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${Math.floor(bytes / (1024 * 1024))} MB` : `${Math.floor(bytes / 1024)} kB`
