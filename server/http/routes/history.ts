import { goBack } from '../history.ts'
import { newVersion } from '../versions.ts'
import { ANY, EDITOR, FACILITATOR, type Route } from './route.ts'

/** What happened, and moments that have a name. */
export const HISTORY: readonly Route[] = [
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
    path: '/api/boards/:id/history/chain',
    summary: 'Follow the hash chain of the whole story',
    who: ANY,
    status: 200,
    answer:
      'whether it is sound, from which record to which, the hash of the last, and what is not what was written',
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
]
