import { expect, it } from 'vitest'
import { declaredDifference } from '../../../client/components/views/declared.ts'
import type { CardId } from '../../../shared/ids.ts'
import type { DeclaredCheck } from '../../../shared/plan/plan.ts'

const check = (unexplainedCents: number): DeclaredCheck => ({
  label: 'totale',
  cents: 100 + unexplainedCents,
  computedCents: 100,
  unexplainedCents,
  intervention: 'i' as CardId,
})

it('says nothing while nobody declared a total', () =>
  expect(declaredDifference({ declared: [] })).toBeNull())

it('adds up what is not explained', () =>
  expect(declaredDifference({ declared: [check(13750000), check(0)] })).toBe(13750000))

it('does not let two differences cancel each other out', () =>
  expect(declaredDifference({ declared: [check(500), check(-500)] })).toBe(500))
