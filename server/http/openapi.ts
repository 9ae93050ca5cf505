import { Hono } from 'hono'
import { z } from 'zod'
import { FORMATS } from '../../shared/formats/index.ts'
import { VERSION } from '../version.ts'
import type { Env } from './env.ts'
import { ROUTES } from './routes.ts'
import type { Route } from './routes/route.ts'

/** `/api/openapi.json`: the routes of `routes.ts` as OpenAPI 3.1. */
export function openapi(): Hono<Env> {
  const app = new Hono<Env>()
  const description = describe()
  app.get('/api/openapi.json', (c) => c.json(description))
  return app
}

function describe() {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of ROUTES) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tavolo',
      version: VERSION,
      license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
    },
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'detail'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            detail: { type: 'string', description: 'A sentence, in Italian or as Accept-Language asks.' },
            place: { type: 'string', description: 'Where in the input the mistake is.' },
          },
        },
      },
    },
  }
}

const PROBLEM = {
  description: 'What went wrong, in words (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

function operation({ path, summary, who, body, status, answer, query = {} }: Route) {
  return {
    summary,
    ...(who && { security: [{ key: [] }], description: `Who: ${who}.` }),
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: name === 'format' ? { enum: FORMATS.map(({ id }) => id) } : { type: 'string' },
      })),
      ...Object.entries(query).map(([name, description]) => ({
        name,
        in: 'query',
        description,
        schema: { type: 'string' },
      })),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: body === 'file' ? {} : z.toJSONSchema(body, { io: 'input', target: 'openapi-3.0' }),
          },
        },
      },
    }),
    responses: { [status]: { description: answer }, default: PROBLEM },
  }
}
