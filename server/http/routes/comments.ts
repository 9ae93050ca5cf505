import { newComment } from '../comments.ts'
import { ANY, CONTRIBUTOR, type Route } from './route.ts'

/** What is said on a board, and whose its cards are. */
export const COMMENTS: readonly Route[] = [
  {
    method: 'get',
    path: '/api/boards/:id/authors',
    summary: 'Who made each card, and when',
    who: ANY,
    status: 200,
    answer: 'name, organisation, colour and time by card id',
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
]
