import { AGREEMENTS } from './routes/agreements.ts'
import { BOARDS } from './routes/boards.ts'
import { COMMENTS } from './routes/comments.ts'
import { HISTORY } from './routes/history.ts'
import { KEYS } from './routes/keys.ts'
import { NEEDS } from './routes/needs.ts'
import { PARTICIPANTS } from './routes/participants.ts'
import { PLAN } from './routes/plan.ts'
import { SERVICE } from './routes/service.ts'
import type { Route } from './routes/route.ts'

/** Every route of the server, resource by resource. A test holds this list against the routes that are mounted. */
export const ROUTES: readonly Route[] = [
  ...BOARDS,
  ...KEYS,
  ...PARTICIPANTS,
  ...PLAN,
  ...NEEDS,
  ...COMMENTS,
  ...HISTORY,
  ...AGREEMENTS,
  ...SERVICE,
]
