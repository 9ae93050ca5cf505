import { cardTool } from './card.ts'
import { handTool } from './hand.ts'
import { linkTool } from './link.ts'
import { selectTool } from './select.ts'
import type { Desk, Tool } from './tool.ts'

/** The tool that the toolbox says is in hand. */
export function toolInHand(desk: Desk): Tool {
  const { armed, panning } = desk.tools
  if (panning) return handTool()
  switch (armed.tool) {
    case 'select':
      return selectTool(desk)
    case 'hand':
      return handTool()
    case 'link':
      return linkTool(desk)
    case 'card':
      return cardTool(desk, armed.blank)
  }
}
