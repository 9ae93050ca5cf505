import type { FieldsOf, Kind } from '../board/card.ts'
import type { LinkFieldsOf, LinkKind } from '../board/link.ts'

/** The cards of a model by short names, without places: `lay-out.ts` gives these. */
export interface ModelBoard {
  readonly needs: readonly ModelCard<'need'>[]
  readonly intervention: ModelCard<'intervention'> & {
    readonly actions: readonly ModelCard<'action'>[]
    /** How many columns of actions the frame has. */
    readonly columns: number
  }
  readonly contexts: readonly ModelCard<'context'>[]
  readonly axes: readonly ModelCard<'axis'>[]
  readonly funds: readonly ModelCard<'fund'>[]
  readonly links: readonly ModelLink[]
}

export interface ModelCard<K extends Kind = Kind> {
  /** Unique within the model; links speak of it. */
  readonly name: string
  readonly title: string
  readonly body?: string
  readonly fields?: FieldsOf<K>
}

/** Read from left to right: `['works', 'enables', 'services']`. In `axis` of a financing link stands a name too. */
export type ModelLink = {
  [K in LinkKind]: readonly [from: string, kind: K, to: string, fields?: LinkFieldsOf<K>]
}[LinkKind]
