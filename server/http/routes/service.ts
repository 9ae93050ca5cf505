import { OPERATOR, type Route } from './route.ts'

/** The server itself. */
export const SERVICE: readonly Route[] = [
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
