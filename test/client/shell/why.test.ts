import { beforeAll, describe, expect, it } from 'vitest'
import { ApiError } from '../../../client/api.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'
import { whyOf } from '../../../client/why.ts'
import * as problems from '../../../server/http/problems.ts'

beforeAll(() => overwriteGetLocale(() => 'it'))

/** Every refusal that the server knows, as it reaches the page. */
const refusals = Object.entries(
  problems as unknown as Record<string, (...of: unknown[]) => { details?: Told }>,
)
  .filter(([name]) => !['wrongInput', 'noSuchThing', 'tooMany'].includes(name))
  .map(([name, problem]) => [name, problem(70_000, '').details] as const)

interface Told {
  readonly status: number
  readonly code: string
  readonly sentence: { readonly it: string; readonly en: string }
}

const FOR_PROGRAMS = /bearer|json|intestazione|gettone|chiav|\bbyte\b|errore sconosciuto|undefined|NaN/i

describe('why something asked of the server did not happen', () => {
  it.each(refusals)(
    'is told to a person in whole sentences, without words for programs: %s',
    (_name, told) => {
      if (!told) throw new Error('not a refusal')
      const { status, code, sentence } = told
      const place = code === 'wrongInput' ? 'reason: ' : ''
      const why = whyOf(new ApiError(status, code, sentence.it.slice(place.length)))
      expect(why).toMatch(/^.{20,}\.$/)
      expect(why).not.toMatch(FOR_PROGRAMS)
    },
  )

  it('says what to do where the answer was no sentence of ours', () => {
    expect(whyOf(new ApiError(502, 'unknown', ''))).toContain('Riprova tra poco')
    expect(whyOf(new ApiError(422, 'wrongInput', ''))).toContain('Controlla quello che hai scritto')
    expect(whyOf(new ApiError(0, 'offline', 'offline'))).toBe('Manca la rete. Riprova quando torna.')
  })

  it('says how long to wait', () => {
    expect(problems.tooFast(20_000).details.sentence.it).toContain('tra 20 secondi')
    expect(problems.tooFast(500).details.sentence.it).toContain('tra un secondo')
    expect(problems.tooManyGuesses(240_000).details.sentence.it).toContain('tra 4 minuti')
  })
})
