/** Data of an action that the exports have a place for. The order is that of the forms. */
export const ACTION_DATA = [
  'title',
  'summary',
  'nature',
  'axis',
  'specificObjective',
  'cost',
  'funding',
  'start',
  'end',
  'places',
  'lead',
  'operationCode',
  'cup',
] as const
export type ActionDatum = (typeof ACTION_DATA)[number]
