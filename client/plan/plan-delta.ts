import type { Plan } from '../../shared/plan/plan.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { DeltaWriter, readDelta, type ListDelta } from './delta.ts'

/** What grows with the board. */
const LISTS = [
  'interventions',
  'actions',
  'needs',
  'axes',
  'funds',
  'partners',
  'contexts',
  'relates',
  'findings',
] as const
type Lists = Pick<Plan, (typeof LISTS)[number]>

/** The plan as it travels between two threads: the programme by its id, because both have the pack, and lists by what changed. */
export interface PlanDelta {
  readonly programme: string
  readonly rest: Omit<Plan, 'programme' | keyof Lists>
  readonly lists: { readonly [K in keyof Lists]: ListDelta<Lists[K][number]> }
}

export class PlanWriter {
  readonly #writers = each(() => new DeltaWriter<object>())

  write(plan: Plan): PlanDelta {
    const { programme, title, city, ledger } = plan
    const lists = each((name) => this.#writers[name].write(plan[name])) as PlanDelta['lists']
    return { programme: programme.id, rest: { title, city, ledger }, lists }
  }
}

export class PlanReader {
  #lists: Lists = each(() => [])

  /** Throws when what is told does not follow what was told before. */
  read({ programme, rest, lists }: PlanDelta): Plan {
    this.#lists = each((name) => readDelta<unknown>(this.#lists[name], lists[name])) as Lists
    return { ...rest, ...this.#lists, programme: programmeOf({ programme }) }
  }
}

const each = <T>(make: (name: keyof Lists) => T): Record<keyof Lists, T> =>
  Object.fromEntries(LISTS.map((name) => [name, make(name)])) as Record<keyof Lists, T>
