import { Hono } from 'hono'
import planSchema from '../../shared/formats/plan-json/plan-1.schema.json'
import type { Env } from './env.ts'

/** Published JSON Schemas, for whoever reads our files. */
export function schemas(): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/schemas/plan-1.json', (c) =>
    c.json(planSchema, 200, { 'content-type': 'application/schema+json' }),
  )
  return app
}
