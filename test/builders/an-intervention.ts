import type { CardSpec } from './a-board.ts'

/** A frame, large enough, whose title is its name. */
export const frame = (fields: Omit<Extract<CardSpec, { kind: 'intervention' }>, 'kind'> = {}): CardSpec => ({
  kind: 'intervention',
  size: [800, 800],
  ...fields,
})

/** An action in the frame called `frame`. */
export const action = (fields: Omit<Extract<CardSpec, { kind: 'action' }>, 'kind'> = {}): CardSpec => ({
  kind: 'action',
  intervention: 'frame',
  ...fields,
})

export const works = (fields: Parameters<typeof action>[0] = {}): CardSpec =>
  action({ nature: 'material', ...fields })

export const services = (fields: Parameters<typeof action>[0] = {}): CardSpec =>
  action({ nature: 'immaterial', ...fields })
