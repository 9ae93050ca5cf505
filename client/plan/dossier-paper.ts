import type { Component } from 'svelte'
import { dossierOf, dossierTitle } from '../../shared/formats/dossier/dossier.ts'
import type { Block } from '../../shared/formats/dossier/blocks.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { exportInput } from './export-plan.ts'

/** The dossier to be shown as a page, and what shows it. */
export interface Paper {
  readonly blocks: readonly Block[]
  readonly title: string
  readonly Sheet: Component<{ blocks: readonly Block[]; title: string; onclose: () => void }>
}

/** The dossier of the board as it is now. */
export async function paperOf(session: BoardSession): Promise<Paper> {
  const { default: Sheet } = await import('../components/views/DossierPaper.svelte')
  const input = exportInput(session, undefined)
  return { blocks: dossierOf(input), title: dossierTitle(input), Sheet }
}
