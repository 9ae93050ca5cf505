import type { CardId } from '../../ids.ts'
import { euro, type Cents } from '../../money.ts'
import { fill } from '../act.ts'
import { fails, holds, notYetKnown } from '../answers.ts'
import type { Answer, Check, Unchecked } from '../check.ts'
import { groupedBy } from '../grouped-by.ts'
import { namesOf, quoted } from '../wording.ts'

/**
 * One operation is counted once: no two cards carry the same operation code, compared without spaces and case. A code that
 * was inferred to be the same (`sameOperationAs`) is a question, not an error: "forse la stessa operazione".
 */
export const fin7: Check = {
  id: 'FIN-7',
  title: { it: 'Nessuna operazione è contata due volte', en: 'No operation is counted twice' },
  run(plan) {
    const byCode = carriersByCode(plan)
    const answers = [
      ...[...byCode.values()].filter((carriers) => carriers.length > 1).map(countedTwice),
      ...plan.actions.flatMap((action) => perhapsTheSame(action, byCode)),
    ]
    if (answers.length > 0 || byCode.size === 0) return answers
    const all = { it: 'I codici operazione sono tutti diversi.', en: 'All operation codes are different.' }
    return [holds({ intervention: null, cards: [...byCode.values()].flat().map((one) => one.id) }, all)]
  },
}

/** An action or a context with an operation code. */
interface Carrier {
  readonly id: CardId
  readonly title: string
  readonly code: string
  readonly cents: Cents
  readonly intervention: CardId | null
}

const keyOf = (code: string): string => code.replace(/\s+/g, '').toUpperCase()

function carriersByCode(plan: Unchecked): Map<string, Carrier[]> {
  const carriers: Carrier[] = [
    ...plan.actions.flatMap(({ id, title, operationCode: code, fundedCents: cents, intervention }) =>
      code === null ? [] : [{ id, title, code, cents, intervention }],
    ),
    ...plan.contexts.flatMap(({ id, title, operationCode: code, cents }) =>
      code === null ? [] : [{ id, title, code, cents: cents ?? 0, intervention: null }],
    ),
  ]
  return groupedBy(carriers, (carrier) => [keyOf(carrier.code)])
}

function countedTwice(carriers: readonly Carrier[]): Answer {
  const names = namesOf(carriers)
  const [first] = carriers
  const last = carriers.at(-1)
  const code = first?.code ?? ''
  const together = carriers.every((carrier) => carrier.intervention === first?.intervention)
  return fails(
    {
      intervention: together ? (first?.intervention ?? null) : null,
      cards: carriers.map((carrier) => carrier.id),
    },
    {
      it: `L’operazione ${code} è contata più volte: ${names.it}.`,
      en: `Operation ${code} is counted more than once: ${names.en}.`,
    },
    {
      it: 'Se è la stessa operazione tieni una scheda sola; se sono diverse correggi un codice.',
      en: 'If it is the same operation keep one card; if they differ correct one of the codes.',
    },
    last && fill(last.id, 'operationCode'),
  )
}

function perhapsTheSame(
  action: Unchecked['actions'][number],
  byCode: ReadonlyMap<string, readonly Carrier[]>,
): Answer[] {
  if (action.sameOperationAs === null) return []
  const others = (byCode.get(keyOf(action.sameOperationAs)) ?? []).filter(
    (carrier) => carrier.id !== action.id,
  )
  return others.map((other) => {
    const [name, otherName] = [quoted(action), quoted(other)]
    const twice = euro(Math.min(action.fundedCents, other.cents))
    return notYetKnown(
      {
        intervention: action.intervention === other.intervention ? action.intervention : null,
        cards: [action.id, other.id],
      },
      {
        it: `${name.it} è forse la stessa operazione di ${otherName.it} (${other.code}): ${twice} sarebbero contati due volte.`,
        en: `${name.en} is perhaps the same operation as ${otherName.en} (${other.code}): ${twice} would be counted twice.`,
      },
      {
        it: 'Chiarisci se sono la stessa operazione: se sì tieni una scheda sola, se no togli il rimando.',
        en: 'Find out whether they are the same operation: if so keep one card, if not take the reference off.',
      },
      fill(action.id, 'sameOperationAs'),
    )
  })
}
