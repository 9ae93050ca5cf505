import type { Component } from 'svelte'
import { dossierOf, dossierTitle } from '../../shared/formats/dossier/dossier.ts'
import type { Block } from '../../shared/formats/dossier/blocks.ts'
import type { BoardSession } from '../session/board-session.svelte.ts'
import { exportInput } from './export-plan.ts'
import { versionInput } from './version-input.ts'

/** The dossier to be shown as a page, and what shows it. */
export interface Paper {
  readonly blocks: readonly Block[]
  readonly title: string
  readonly Sheet: Component<{ blocks: readonly Block[]; title: string; onclose: () => void }>
}

/** The dossier of the board as it is now, or of a version that was put to the partners. */
export async function paperOf(session: BoardSession, version: string | null = null): Promise<Paper> {
  const { default: Sheet } = await import('../components/views/DossierPaper.svelte')
  const input = version === null ? exportInput(session, undefined) : await versionInput(session, version)
  return { blocks: dossierOf(input), title: dossierTitle(input), Sheet }
}
