import { newParticipant, participantChange } from '../participants.ts'
import { ANY, type Route } from './route.ts'

/** Who is at the table. */
export const PARTICIPANTS: readonly Route[] = [
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
]
