import { agreementEnd, newAgreement, newDelegate, newStatement } from '../agreements.ts'
import { ANY, FACILITATOR, type Route } from './route.ts'

/** Versions of the plan that were put to the partners. */
export const AGREEMENTS: readonly Route[] = [
  {
    method: 'get',
    path: '/api/boards/:id/agreements',
    summary: 'Versions that were proposed to the partners, and what each said of them',
    who: ANY,
    status: 200,
    answer:
      'agreements, the newest first; whether the plan has changed since; for facilitators who may be named delegate',
  },
  {
    method: 'post',
    path: '/api/boards/:id/agreements',
    summary: 'Propose a version of the plan to the partners: now, or after a record',
    who: FACILITATOR,
    body: newAgreement,
    status: 201,
    answer: 'the agreement, open',
  },
  {
    method: 'put',
    path: '/api/boards/:id/agreements/:agreement/delegates/:partner',
    summary: 'Name who speaks for a partner; what another said for it no longer counts',
    who: FACILITATOR,
    body: newDelegate,
    status: 200,
    answer: 'the agreement',
  },
  {
    method: 'put',
    path: '/api/boards/:id/agreements/:agreement/statements/:partner',
    summary: 'Agree, abstain or object for a partner: the participant of the header Tavolo-Participant',
    who: 'the delegate of the partner with any key; for one without a delegate, editor or stronger',
    body: newStatement,
    status: 200,
    answer: 'the agreement; agreed when all have spoken and nobody objects',
  },
  {
    method: 'post',
    path: '/api/boards/:id/agreements/:agreement/end',
    summary: 'End the round: agreed, objections and silence on record, or withdrawn',
    who: FACILITATOR,
    body: agreementEnd,
    status: 200,
    answer: 'the agreement',
  },
  {
    method: 'get',
    path: '/api/boards/:id/agreements/:agreement/plan',
    summary: 'The plan as it was kept: the very bytes whose SHA-256 is its fingerprint',
    who: ANY,
    status: 200,
    answer: 'canonical JSON (RFC 8785)',
  },
]
