import { newNeed } from '../needs.ts'
import { ANY, CONTRIBUTOR, type Route } from './route.ts'

/** Needs as phones send them, and who says that they are theirs too. */
export const NEEDS: readonly Route[] = [
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
    path: '/api/boards/:id/reactions',
    summary: 'How many people say of each need that it is theirs too',
    who: ANY,
    status: 200,
    answer: 'needs that speak for themselves, in reading order',
  },
  {
    method: 'put',
    path: '/api/boards/:id/reactions/:card',
    summary: 'Say that a need is also one’s own: the participant of the header Tavolo-Participant',
    who: CONTRIBUTOR,
    status: 200,
    answer: 'how many say so of the need that speaks for it',
  },
  {
    method: 'delete',
    path: '/api/boards/:id/reactions/:card',
    summary: 'Take that back',
    who: CONTRIBUTOR,
    status: 200,
    answer: 'how many still say so',
  },
]
