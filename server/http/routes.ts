import type { z } from 'zod'
import { boardChange, newBoard } from './boards.ts'
import { newComment } from './comments.ts'
import { goBack } from './history.ts'
import { keyChange, newKey } from './keys.ts'
import { newNeed } from './needs.ts'
import { newOrganiser } from './organisers.ts'
import { newParticipant, participantChange } from './participants.ts'
import { newVersion } from './versions.ts'

/** A route as the API description tells it. A test holds this list against the routes that are mounted. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  /** Whose key it takes; null for everybody. */
  readonly who: string | null
  readonly body?: z.ZodType | 'file'
  readonly query?: Readonly<Record<string, string>>
  readonly status: number
  readonly answer: string
}

const ORGANISER = 'operator, organiser'
const OPERATOR = 'operator'
const FACILITATOR = 'facilitator'
const EDITOR = 'editor or stronger'
const CONTRIBUTOR = 'contributor or stronger'
const ANY = 'any key of the board'

export const ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/api/boards',
    summary: 'Open a board, empty or from a model',
    who: ORGANISER,
    body: newBoard,
    status: 201,
    answer: 'id, one key a role (shown once) and the links that carry them',
  },
  {
    method: 'get',
    path: '/api/boards',
    summary: 'The boards opened with this key; for the operator all',
    who: ORGANISER,
    status: 200,
    answer: 'boards',
  },
  {
    method: 'get',
    path: '/api/boards/:id',
    summary: 'Title, programme, role of this key, counts, words in use',
    who: ANY,
    status: 200,
    answer: 'the board',
  },
  {
    method: 'patch',
    path: '/api/boards/:id',
    summary: 'Rename or archive',
    who: FACILITATOR,
    body: boardChange,
    status: 200,
    answer: 'the board',
  },
  {
    method: 'delete',
    path: '/api/boards/:id',
    summary: 'Erase a board and everything kept of it',
    who: FACILITATOR,
    status: 204,
    answer: 'nothing',
  },
  {
    method: 'post',
    path: '/api/boards/:id/keys',
    summary: 'Make a key',
    who: FACILITATOR,
    body: newKey,
    status: 201,
    answer: 'the key, shown once, and its link',
  },
  {
    method: 'get',
    path: '/api/boards/:id/keys',
    summary: 'The keys, without their secrets, and how each was used',
    who: FACILITATOR,
    status: 200,
    answer: 'keys',
  },
  {
    method: 'get',
    path: '/api/boards/:id/keys/audit',
    summary: 'What was done with the keys, by whom and when, oldest first',
    who: FACILITATOR,
    status: 200,
    answer: 'events, without addresses',
  },
  {
    method: 'patch',
    path: '/api/boards/:id/keys/:key',
    summary: 'Change label, role or end of a key; open sockets have it at once',
    who: FACILITATOR,
    body: keyChange,
    status: 200,
    answer: 'the key, without its secret',
  },
  {
    method: 'delete',
    path: '/api/boards/:id/keys/:key',
    summary: 'Revoke a key; its sockets are closed',
    who: FACILITATOR,
    status: 204,
    answer: 'nothing',
  },
  {
    method: 'post',
    path: '/api/boards/:id/participants',
    summary: 'Sit down: get a participant and the token that proves it',
    who: ANY,
    body: newParticipant,
    status: 201,
    answer: 'participant and token',
  },
  {
    method: 'delete',
    path: '/api/boards/:id/participants/:participant',
    summary: 'Forget who somebody was; their sockets are closed',
    who: 'facilitator, or the participant with their own token',
    status: 204,
    answer: 'nothing',
  },
  {
    method: 'patch',
    path: '/api/boards/:id/participants/me',
    summary: 'Be called otherwise: the participant of the header Tavolo-Participant',
    who: ANY,
    body: participantChange,
    status: 200,
    answer: 'participant',
  },
  {
    method: 'get',
    path: '/api/boards/:id/plan',
    summary: 'The plan (plan.json)',
    who: ANY,
    query: { exportedAt: 'date and time to print, ISO 8601 in UTC' },
    status: 200,
    answer: 'plan.json, schema /schemas/plan-1.json',
  },
  {
    method: 'get',
    path: '/api/boards/:id/checks',
    summary: 'What the rules say',
    who: ANY,
    status: 200,
    answer: 'findings, each with a sentence in Italian and English',
  },
  {
    method: 'get',
    path: '/api/boards/:id/exports/:format',
    summary: 'A file',
    who: ANY,
    query: {
      for: '“excel” writes the CSV as Italian Excel opens it',
      exportedAt: 'date and time to print, ISO 8601 in UTC',
    },
    status: 200,
    answer: 'the file, with its name and media type',
  },
  {
    method: 'post',
    path: '/api/boards/:id/imports/:format',
    summary: 'Bring in a file: board.json, plan.json, workbook.xlsx, cards.csv, opencoesione.csv',
    who: EDITOR,
    body: 'file',
    query: {
      partial: '1 takes what is sound and names the rest; otherwise all or nothing',
      kind: 'cards.csv: the kind of card of rows that do not say it themselves',
      city: 'opencoesione.csv: only what runs in this city',
      words: 'opencoesione.csv: only rows that hold these words',
    },
    status: 200,
    answer: 'how many cards and links, and the problems',
  },
  {
    method: 'post',
    path: '/api/boards/:id/needs',
    summary: 'Send a need, as phones do',
    who: CONTRIBUTOR,
    body: newNeed,
    status: 201,
    answer: 'id of the card and a receipt, shown once',
  },
  {
    method: 'get',
    path: '/api/boards/:id/needs',
    summary: 'What became of needs, by their receipts',
    who: CONTRIBUTOR,
    query: { receipts: 'up to 50 receipts, with commas between' },
    status: 200,
    answer: 'the state of each need that was found',
  },
  {
    method: 'get',
    path: '/api/boards/:id/needs/:receipt',
    summary: 'What became of one need',
    who: CONTRIBUTOR,
    status: 200,
    answer: 'the state of the need',
  },
  {
    method: 'get',
    path: '/api/boards/:id/authors',
    summary: 'Who made each card, and when',
    who: ANY,
    status: 200,
    answer: 'name, organisation and time by card id',
  },
  {
    method: 'get',
    path: '/api/boards/:id/comments',
    summary: 'What is said about cards, oldest first',
    who: ANY,
    status: 200,
    answer: 'comments, each with who said it and when',
  },
  {
    method: 'post',
    path: '/api/boards/:id/comments',
    summary: 'Say something about a card, or answer; editors may also write it into the document',
    who: CONTRIBUTOR,
    body: newComment,
    status: 201,
    answer: 'id of the comment',
  },
  {
    method: 'get',
    path: '/api/boards/:id/history',
    summary: 'What happened, newest first',
    who: ANY,
    query: {
      before: 'only what happened before this record',
      limit: 'how many events, 1 to 200; 50 without it',
      card: 'only what touched this card',
      who: 'only what this participant did, or “server”',
    },
    status: 200,
    answer: 'events in words, the record to go on before, the last record, versions',
  },
  {
    method: 'get',
    path: '/api/boards/:id/history.csv',
    summary: 'The whole story for a records office',
    who: ANY,
    status: 200,
    answer: 'CSV, semicolons, UTF-8',
  },
  {
    method: 'get',
    path: '/api/boards/:id/history/:seq/state',
    summary: 'The board as it was after a record',
    who: ANY,
    status: 200,
    answer: 'a Yjs update (version 1); headers Tavolo-Seq and Tavolo-At',
  },
  {
    method: 'post',
    path: '/api/boards/:id/history/:seq/restore',
    summary: 'Go back, a card or (facilitators) the whole board, as a new edit',
    who: EDITOR,
    body: goBack,
    status: 200,
    answer: 'the new last record, and how many cards and links changed',
  },
  {
    method: 'get',
    path: '/api/boards/:id/versions',
    summary: 'Moments with a name',
    who: ANY,
    status: 200,
    answer: 'versions',
  },
  {
    method: 'post',
    path: '/api/boards/:id/versions',
    summary: 'Name a moment: now, or after a record',
    who: EDITOR,
    body: newVersion,
    status: 201,
    answer: 'the version',
  },
  {
    method: 'delete',
    path: '/api/boards/:id/versions/:version',
    summary: 'Forget a name; the moment stays in the history',
    who: FACILITATOR,
    status: 204,
    answer: 'nothing',
  },
  {
    method: 'post',
    path: '/api/organisers',
    summary: 'Make an organiser key',
    who: OPERATOR,
    body: newOrganiser,
    status: 201,
    answer: 'the key, shown once, and its link',
  },
  {
    method: 'get',
    path: '/api/organisers',
    summary: 'The organisers',
    who: OPERATOR,
    status: 200,
    answer: 'organisers',
  },
  {
    method: 'delete',
    path: '/api/organisers/:organiser',
    summary: 'Revoke an organiser key; the boards stay',
    who: OPERATOR,
    status: 204,
    answer: 'nothing',
  },
  {
    method: 'get',
    path: '/api/backup',
    summary: 'Everything that is kept, in one tar file, while the server goes on',
    who: OPERATOR,
    query: { operatorKey: '1 puts the operator’s key into it too' },
    status: 200,
    answer: 'application/x-tar, see docs/operations.md',
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This description',
    who: null,
    status: 200,
    answer: 'OpenAPI 3.1',
  },
  {
    method: 'get',
    path: '/schemas/plan-1.json',
    summary: 'JSON Schema of plan.json',
    who: null,
    status: 200,
    answer: 'JSON Schema 2020-12',
  },
  { method: 'get', path: '/healthz', summary: 'Alive', who: null, status: 200, answer: 'status' },
  {
    method: 'get',
    path: '/readyz',
    summary: 'Ready: 503 while nothing can be written, or stopping',
    who: null,
    status: 200,
    answer: 'status; when the disk is nearly full also `disk` (`low` or `full`) and `diskFreeRatio`',
  },
  { method: 'get', path: '/metrics', summary: 'Figures', who: null, status: 200, answer: 'Prometheus text' },
  { method: 'get', path: '/version', summary: 'Version', who: null, status: 200, answer: 'version' },
]
