import { keyChange, newKey } from '../keys.ts'
import { newOrganiser } from '../organisers.ts'
import { FACILITATOR, OPERATOR, type Route } from './route.ts'

/** Who may do what: the keys of a board, and those of who may open boards. */
export const KEYS: readonly Route[] = [
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
]
