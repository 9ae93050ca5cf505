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
  make(404, 'noSuchBoard', 'Qui non c’è nessun tavolo.', 'There is no board here.')
export const notFound = () =>
  make(404, 'notFound', 'A questo indirizzo non c’è nulla.', 'There is nothing at this address.')
export const noSuchThing = (it: string, en: string) => make(404, 'notFound', it, en)
export const noSuchMoment = () =>
  make(
    404,
    'noSuchMoment',
    'Nella storia di questo tavolo non c’è questo momento, o non è più conservato qui.',
    'There is no such moment in the history of this board, or it is no longer kept here.',
  )
export const archived = () =>
  make(
    409,
    'archived',
    'Il tavolo è archiviato: si può leggere ma non modificare.',
    'The board is archived: it can be read but not changed.',
  )
export const boardFull = () =>
  make(
    409,
    'boardFull',
    'Il tavolo è pieno: archivialo e continua su uno nuovo.',
    'The board is full: archive it and go on with a new one.',
  )
export const receiptTaken = () =>
  make(409, 'receiptTaken', 'Questa ricevuta è di un altro tavolo.', 'This receipt belongs to another board.')
export const tooManyBoards = (limit: number) =>
  make(
    409,
    'tooManyBoards',
    `Con questa chiave si possono aprire al massimo ${limit} tavoli: cancellane qualcuno.`,
    `At most ${limit} boards can be opened with this key: erase some.`,
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
  make(
    422,
    'wrongInput',
    'reason: un’obiezione ha bisogno di un motivo.',
    'reason: an objection needs a reason.',
  )
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
    'Questa chiave è revocata per sempre: creane una nuova.',
    'This key is revoked for good: make a new one.',
  )
export const lastFacilitator = () =>
  make(
    409,
    'lastFacilitator',
    'È l’ultima chiave di facilitazione senza scadenza: senza, nessuno potrebbe più gestire il tavolo. Creane prima un’altra.',
    'This is the last facilitator key without an end: without it nobody could run the board. Make another one first.',
  )
export const tooFast = (waitMs: number) =>
  make(429, 'tooFast', 'Troppe richieste: riprova tra poco.', 'Too many requests: try again soon.', {
    'retry-after': String(Math.ceil(waitMs / 1000)),
  })
export const noBackup = () =>
  make(501, 'noBackup', 'Questo server non tiene nulla su disco.', 'This server keeps nothing on disk.')
export const tooManyGuesses = (waitMs: number) =>
  make(
    429,
    'tooManyAttempts',
    'Da qui sono arrivate troppe chiavi sbagliate: riprova tra poco.',
    'Too many wrong keys came from here: try again soon.',
    { 'retry-after': String(Math.ceil(waitMs / 1000)) },
  )
export const tooLarge = (bytes: number) =>
  make(
    413,
    'tooLarge',
    `Il contenuto inviato supera ${bytes} byte.`,
    `What was sent is larger than ${bytes} bytes.`,
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
  make(503, 'stopping', 'Il server si sta fermando.', 'The server is stopping.', { 'retry-after': '10' })
export const internal = () =>
  make(
    500,
    'internal',
    'Qualcosa non ha funzionato sul server. L’errore è nel registro.',
    'Something went wrong on the server. The error is in the log.',
  )
