import type { Tool } from './tool.ts'

/** Moves the board, whatever lies under it. */
export const handTool = (): Tool => ({ cursor: 'grab', drag: () => null })
