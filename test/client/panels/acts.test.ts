import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { actWords } from '../../../client/components/panels/act-words.ts'
import { FILLABLE_FIELDS } from '../../../shared/plan/act.ts'
import type { CardId } from '../../../shared/ids.ts'

const PANELS = new URL('../../../client/components/panels/', import.meta.url)
const forms = readdirSync(PANELS, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.svelte'))
  .map((name) => readFileSync(new URL(name, PANELS), 'utf8'))
  .join('\n')

describe.each(FILLABLE_FIELDS)('the act that fills %s', (field) => {
  it('has a verb on its button, and a place in a panel where the cursor goes', () => {
    expect(actWords({ kind: 'fill', card: 'a' as CardId, field })).not.toBe('')
    // A name that is written out, chosen among two, or handed on by a field of the same name.
    expect(forms).toMatch(new RegExp(`name="${field}"|'${field}'`))
  })
})
