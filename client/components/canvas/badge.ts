import { m } from '../../paraglide/messages.js'

/** How many axes an intervention joins, in one word with their codes: "Tripla 1·3·4"; null below two. */
export function badgeOf(axes: readonly string[]): string | null {
  const codes = axes.join('·')
  switch (axes.length) {
    case 0:
    case 1:
      return null
    case 2:
      return m.canvas_badge_double({ codes })
    case 3:
      return m.canvas_badge_triple({ codes })
    default:
      return m.canvas_badge_many({ codes })
  }
}
