import type { FundSource, Nature } from '../board/card.ts'
import type { Action } from './plan.ts'
import type { CodeItem, CodeList } from '../programme/code-lists.ts'
import type { Programme } from '../programme/programme.ts'

/** What an action asks of the codes that are offered for it. What it does not say yet asks nothing. */
export interface Wanted {
  /** Structural funds that pay it or may pay its axes. */
  readonly funds: ReadonlySet<FundSource>
  /** Policy objectives of its specific objectives, else of all those of its axes: `OP4`. */
  readonly policies: ReadonlySet<string>
  readonly nature: Nature | null
}

/** What the axes, the objectives and the financing of an action say of its codes. */
export function wantedBy(action: Action, programme: Programme): Wanted {
  const axes = action.axes.flatMap(({ code, specificObjective }) => {
    const axis = programme.axes.find((one) => one.code === code)
    return axis === undefined ? [] : [{ axis, specificObjective }]
  })
  const paid = action.funding
    .filter((row) => row.programme === programme.id)
    .flatMap((row) => (row.source === 'ERDF' || row.source === 'ESF' ? [row.source] : []))
  return {
    funds: new Set(paid.length > 0 ? paid : axes.flatMap(({ axis }) => axis.funds)),
    policies: new Set(
      axes
        .flatMap(
          ({ axis, specificObjective }) =>
            specificObjective ?? axis.specificObjectives.map((objective) => objective.code),
        )
        .flatMap(policyOf),
    ),
    nature: action.nature,
  }
}

/** Whether a code of that list goes with what is wanted: its fund, its policy, for the CUP what kind of thing is made. */
export function fitsWanted(
  item: Pick<CodeItem, 'code' | 'fund' | 'policy'>,
  list: Pick<CodeList, 'id' | 'fund'>,
  { funds, policies, nature }: Wanted,
): boolean {
  const fund = item.fund ?? list.fund
  if (fund !== undefined && funds.size > 0 && !funds.has(fund as FundSource)) return false
  if (item.policy !== undefined && policies.size > 0 && !policies.has(item.policy)) return false
  return list.id !== 'cup-types' || nature === null || CUP_NATURES[nature].includes(item.code.slice(0, 2))
}

/** `RSO4.3` and `ESO4.11` stand under OP4. Objectives of 2014-20 are numbered otherwise and say nothing. */
const policyOf = (objective: string): string[] => {
  const digit = /^[RE]SO(\d)\./.exec(objective)?.[1]
  return digit === undefined ? [] : [`OP${digit}`]
}

/** Natures of the CUP classification: 01 goods, 02 services, 03 public works, 06 contributions to others. */
const CUP_NATURES: Readonly<Record<Nature, readonly string[]>> = {
  material: ['01', '03'],
  immaterial: ['02', '06'],
  digital: ['01', '02'],
}
