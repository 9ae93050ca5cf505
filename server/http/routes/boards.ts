import { boardChange, newBoard } from '../boards.ts'
import { ANY, FACILITATOR, ORGANISER, type Route } from './route.ts'

/** Boards themselves. */
export const BOARDS: readonly Route[] = [
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
]
