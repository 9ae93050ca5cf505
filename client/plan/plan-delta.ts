import type { Plan } from '../../shared/plan/plan.ts'
import { programmeOf } from '../../shared/programme/programme-of.ts'
import { DeltaWriter, readDelta, type ListDelta } from './delta.ts'

const byId = ({ id }: { readonly id: string }): string => id

/** What grows with the board, and what tells its items apart. */
const KEYS: { readonly [K in ListName]: (item: Plan[K][number]) => string } = {
  interventions: byId,
  actions: byId,
  needs: byId,
  axes: byId,
  funds: byId,
  partners: byId,
  contexts: byId,
  relates: ({ link }) => link,
  findings: ({ rule, cards }) => `${rule} ${cards.join(' ')}`,
}

type ListName =
  'interventions' | 'actions' | 'needs' | 'axes' | 'funds' | 'partners' | 'contexts' | 'relates' | 'findings'
type Lists = Pick<Plan, ListName>

/** The plan as it travels between two threads: the programme by its id, because both have the pack, and lists by what changed. */
export interface PlanDelta {
  readonly programme: string
  readonly rest: Omit<Plan, 'programme' | ListName>
  readonly lists: { readonly [K in ListName]: ListDelta<Lists[K][number]> }
}

export class PlanWriter {
  readonly #writers = each((name) => new DeltaWriter<unknown>(KEYS[name] as (item: unknown) => string))

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

const each = <T>(make: (name: ListName) => T): Record<ListName, T> =>
  Object.fromEntries((Object.keys(KEYS) as ListName[]).map((name) => [name, make(name)])) as Record<
    ListName,
    T
  >
