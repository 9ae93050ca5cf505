import type * as Y from 'yjs'
import { boardOf, type Board } from '../../shared/board/board.ts'
import type { LinkId } from '../../shared/ids.ts'
import type { Finding } from '../../shared/plan/finding.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { planOf } from '../../shared/plan/plan-of.ts'
import type { Programme } from '../../shared/programme/programme.ts'
import { programmeById } from '../../shared/programme/programmes.ts'
import { aDoc, type BoardSpec } from './a-doc.ts'

export { cardId, type BoardSpec, type CardSpec, type LinkSpec } from './a-doc.ts'

export interface BuiltBoard {
  readonly doc: Y.Doc
  /** Ids of the links, in the order in which they were given. */
  readonly links: readonly LinkId[]
  board(): Board
  plan(): Plan
  /** What one rule answers. */
  findings(rule: string): readonly Finding[]
}

/** A real board with its plan. Throws when a link does not fit. */
export function aBoard(spec: BoardSpec = {}): BuiltBoard {
  const programme = aProgramme(spec.programme)
  const { doc, links } = aDoc(spec)
  const board = (): Board => boardOf(doc)
  const plan = (): Plan => planOf(board(), programme)
  return {
    doc,
    links,
    board,
    plan,
    findings: (rule) => plan().findings.filter((finding) => finding.rule === rule),
  }
}

export function aProgramme(id = 'pon-metro-2014-2020'): Programme {
  const programme = programmeById(id)
  if (!programme) throw new Error(`There is no programme ${id}.`)
  return programme
}
