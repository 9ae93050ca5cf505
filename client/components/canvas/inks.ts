import { CARD_KINDS, FRAME_KINDS, type Kind } from '../../../shared/board/card.ts'
import { inkOf } from '../../board/kinds.ts'

/** The colours of the theme in force, for what is drawn rather than styled. */
export interface Inks {
  readonly canvas: string
  readonly surface: string
  readonly text: string
  readonly secondary: string
  readonly line: string
  readonly primary: string
  readonly warning: string
  /** Of what stepped back. */
  readonly dim: string
  readonly linkLine: string
  readonly frameTint: string
  readonly frameLine: string
  readonly kinds: Readonly<Record<Kind, string>>
  readonly tints: Readonly<Record<Kind, string>>
}

/** Reads the CSS variables as they are on an element now. */
export function readInks(element: Element): Inks {
  const style = getComputedStyle(element)
  const forced = matchMedia('(forced-colors: active)').matches
  const ink = (name: string): string => {
    const value = style.getPropertyValue(name).trim()
    return forced ? resolved(element, value) : value
  }
  const byKind = (suffix: string): Record<Kind, string> =>
    Object.fromEntries(
      [...CARD_KINDS, ...FRAME_KINDS].map((kind) => [kind, ink(inkOf(kind) + suffix)]),
    ) as Record<Kind, string>
  return {
    canvas: ink('--canvas'),
    surface: ink('--surface'),
    text: ink('--text'),
    secondary: ink('--secondary'),
    line: ink('--line'),
    primary: ink('--primary'),
    warning: ink('--warning'),
    dim: ink('--dim'),
    linkLine: ink('--link-line'),
    frameTint: ink('--frame-tint'),
    frameLine: ink('--frame-line'),
    kinds: byKind(''),
    tints: byKind('-tint'),
  }
}

/** The system's own colours have names there (`CanvasText`), which a drawing would read as those of a light page. */
function resolved(beside: Element, colour: string): string {
  const probe = document.createElement('i')
  probe.style.color = colour
  // Else what lets the ground through would be read as the colour of text, and hide what it frames.
  probe.style.setProperty('forced-color-adjust', 'none')
  beside.after(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

/** Tells when the theme changes: chosen here, or by the system. Returns how to stop. */
export function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
