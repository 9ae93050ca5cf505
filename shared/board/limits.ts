/** What the interface lets people write. A record may hold twice as much: two honest texts can merge. */
export const LIMITS = {
  title: 200,
  body: 10_000,
  text: 500,
  comment: 2_000,
  listItems: 30,
  cards: 10_000,
  links: 30_000,
  comments: 30_000,
  pastedLines: 300,
} as const
