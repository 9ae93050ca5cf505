import { Hono } from 'hono'
import { z } from 'zod'
import { fileName, formatById, FORMATS } from '../../shared/formats/index.ts'
import type { Format } from '../../shared/formats/format.ts'
import type { BoardId } from '../../shared/ids.ts'
import type { House } from '../house.ts'
import { agreementById, lastAgreed } from '../store/registry-agreements.ts'
import type { AgreementEntry } from '../store/registry-data.ts'
import { noSuchAgreement } from './agreements.ts'
import type { Env } from './env.ts'
import { readFrozen } from './frozen.ts'
import type { Guards } from './guard.ts'
import { noSuchThing, wrongInput } from './problems.ts'
import { readForExport, readPlan } from './reading.ts'

const moment = z.iso.datetime()

/** What a board yields: its plan, its findings and its files. */
export function plan(house: House, guards: Guards): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/:id/plan', guards.member('viewer'), async (c) => {
    const format = known('plan.json')
    const { bytes } = await written(house, c.get('member').board, format, c.req.query())
    return c.body(bytes, 200, { 'content-type': format.mediaType })
  })

  app.get('/:id/checks', guards.member('viewer'), async (c) => {
    const { findings } = await readPlan(house, c.get('member').board)
    return c.json({ findings })
  })

  app.get('/:id/exports/:format', guards.member('viewer'), async (c) => {
    const format = known(c.req.param('format'))
    const { bytes, name } = await written(house, c.get('member').board, format, c.req.query())
    return c.body(bytes, 200, { 'content-type': format.mediaType, 'content-disposition': attachment(name) })
  })

  return app
}

function known(id: string): Format {
  const format = formatById(id)
  if (format) return format
  const ids = FORMATS.map((one) => one.id).join(', ')
  throw noSuchThing(
    `Non c’è nessun formato «${id}». Quelli disponibili: ${ids}.`,
    `There is no format “${id}”. Available: ${ids}.`,
  )
}

async function written(
  house: House,
  board: Parameters<typeof readForExport>[1],
  format: Format,
  { for: reader, exportedAt, agreement }: Record<string, string>,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string }> {
  if (reader !== undefined && reader !== 'excel')
    throw wrongInput('for', { it: 'for: può essere solo «excel».', en: 'for: may only be “excel”.' })
  if (exportedAt !== undefined && !moment.safeParse(exportedAt).success)
    throw wrongInput('exportedAt', {
      it: 'exportedAt: serve una data e ora ISO 8601 in UTC, per esempio 2026-03-05T10:00:00Z.',
      en: 'exportedAt: an ISO 8601 date and time in UTC is expected, for example 2026-03-05T10:00:00Z.',
    })
  const at = exportedAt ?? new Date(house.now()).toISOString()
  const options = reader === 'excel' ? ({ for: 'excel' } as const) : undefined
  const now = await readForExport(house, board, at, options)
  const input =
    agreement === undefined
      ? now
      : {
          ...(await readFrozen(house, board, meant(house, board.id, agreement), at, options)),
          authors: now.authors,
        }
  return { bytes: new Uint8Array(await format.write(input)), name: fileName(input, format) }
}

/** The version that is asked for: by its id, or `agreed`, the one that was agreed on last. */
export function meant({ registry }: Pick<House, 'registry'>, board: BoardId, asked: string): AgreementEntry {
  const found = asked === 'agreed' ? lastAgreed(registry, board) : agreementById(registry, board, asked)
  if (found) return found
  throw noSuchAgreement()
}

/** `Content-Disposition` with the name twice: plain for old readers, RFC 8187 for the others. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
