import { sum, type Cents } from '../../../../shared/money.ts'
import { groupedBy } from '../../../../shared/plan/grouped-by.ts'

/** The four steps of the money, from the left to the right. */
export const STEPS = ['fund', 'axis', 'action', 'need'] as const
export type Step = (typeof STEPS)[number]

/** A stream that passes a node at each step. */
export interface Stream extends Readonly<Record<Step, string>> {
  readonly cents: Cents
}

export interface SankeyNode {
  readonly step: Step
  readonly key: string
  readonly cents: Cents
  /** How many were drawn as one because they are small; 1 for a node of its own. */
  readonly joined: number
  readonly y: number
  readonly height: number
}

export interface Ribbon {
  readonly key: string
  /** Which gap between two steps it crosses, 0 to 2. */
  readonly gap: number
  readonly y1: number
  readonly y2: number
  readonly height: number
}

export interface Sankey {
  readonly nodes: readonly SankeyNode[]
  readonly ribbons: readonly Ribbon[]
  readonly height: number
}

/** Key of the node that stands for all that are too small to be drawn. */
export const REST = '…'

/** Room for a label beside each node, and the height that the money has where labels do not ask for more. */
const LABEL = 40
const MONEY = 300

/**
 * Lays the streams out: at each step a node is as high as its money and has room for its label; the smallest beyond
 * `most` are drawn as one. What is not positive cannot be drawn and is left to the table.
 */
export function sankeyOf(all: readonly Stream[], most = 12): Sankey {
  const positive = all.filter(({ cents }) => cents > 0)
  const kept = STEPS.map((step) => largest(positive, step, most))
  const streams = positive.map((stream) =>
    STEPS.reduce<Stream>(
      (one, step, at) => (kept[at]?.has(one[step]) ? one : { ...one, [step]: REST }),
      stream,
    ),
  )
  const total = sum(streams.map(({ cents }) => cents))
  const scale = total === 0 ? 0 : MONEY / total
  const order = new Map<string, number>()
  const columns = STEPS.map((step, at) => columnOf(streams, step, STEPS[at - 1], order, positive, scale))
  const nodes = columns.flat()
  const height = Math.max(0, ...nodes.map(({ y, height: own }) => y + Math.max(own, LABEL)))
  return { nodes, ribbons: ribbonsOf(streams, nodes, scale), height }
}

function largest(streams: readonly Stream[], step: Step, most: number): ReadonlySet<string> {
  const sums = [...groupedBy(streams, (one) => [one[step]])].map(
    ([key, group]) => [key, sum(group.map(({ cents }) => cents))] as const,
  )
  const chosen = sums.length <= most ? sums : sums.sort(([, a], [, b]) => b - a).slice(0, most - 1)
  return new Set(chosen.map(([key]) => key))
}

/** The nodes of a step, each near to what flows into it; the joined rest last. */
function columnOf(
  streams: readonly Stream[],
  step: Step,
  before: Step | undefined,
  order: Map<string, number>,
  all: readonly Stream[],
  scale: number,
): SankeyNode[] {
  const groups = [...groupedBy(streams, (one) => [one[step]])].map(([key, group], first) => {
    const cents = sum(group.map((one) => one.cents))
    const from =
      before && group.reduce((at, one) => at + (order.get(`${before} ${one[before]}`) ?? 0) * one.cents, 0)
    return { key, cents, weight: key === REST ? Infinity : from === undefined ? first : from / cents }
  })
  const own = new Set(groups.map(({ key }) => key))
  const joined = new Set(all.map((one) => one[step]).filter((key) => !own.has(key))).size
  let y = 0
  return groups
    .sort((a, b) => a.weight - b.weight)
    .map(({ key, cents }) => {
      const height = Math.max(2, cents * scale)
      const node = { step, key, cents, joined: key === REST ? joined : 1, y, height }
      order.set(`${step} ${key}`, y + height / 2)
      y += Math.max(height + 10, LABEL)
      return node
    })
}

/** One ribbon for all that flows between two nodes; at each node they lie in the order of the nodes they lead to. */
function ribbonsOf(streams: readonly Stream[], nodes: readonly SankeyNode[], scale: number): Ribbon[] {
  const rank = new Map(nodes.map((node, at) => [`${node.step} ${node.key}`, { node, at }]))
  return STEPS.slice(1).flatMap((to, gap) => {
    const from = STEPS[gap] ?? to
    const used = new Map<string, number>()
    const take = (key: string, height: number): number => {
      const at = used.get(key) ?? 0
      used.set(key, at + height)
      return (rank.get(key)?.node.y ?? 0) + at
    }
    return [...groupedBy(streams, (one) => [`${one[from]}\n${one[to]}`])]
      .map(([key, group]) => {
        const [first] = group
        const ends = [`${from} ${first?.[from] ?? ''}`, `${to} ${first?.[to] ?? ''}`] as const
        return { key, ends, height: sum(group.map(({ cents }) => cents)) * scale }
      })
      .sort(
        (a, b) =>
          (rank.get(a.ends[0])?.at ?? 0) - (rank.get(b.ends[0])?.at ?? 0) ||
          (rank.get(a.ends[1])?.at ?? 0) - (rank.get(b.ends[1])?.at ?? 0),
      )
      .map(({ key, ends, height }) => ({
        key: `${gap} ${key}`,
        gap,
        y1: take(ends[0], height),
        y2: take(ends[1], height),
        height,
      }))
  })
}
