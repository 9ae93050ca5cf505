export interface WheelIntents {
  pan(dx: number, dy: number): void
  zoom(factor: number, about: readonly [number, number]): void
}

const LINE = 40
const PAGE = 800
/** Notches of a mouse wheel come as 100 or 120 pixels, fingers on a pad as a few: neither may leap. */
const MOST = 60
const PER_PIXEL = 0.0075

/** Safari's own pinch events, which the DOM types do not know. */
interface GestureEvent extends UIEvent {
  readonly scale: number
  readonly clientX: number
  readonly clientY: number
}

/**
 * Wheel and trackpad: two fingers or the wheel pan, Ctrl and the wheel, or a pinch, zoom about the pointer. Elements marked
 * `data-own` keep their own scrolling. Returns how to stop.
 */
export function listenToWheel(surface: HTMLElement, intents: WheelIntents): () => void {
  let scale = 1
  const placeOf = (event: { clientX: number; clientY: number }): readonly [number, number] => {
    const { left, top } = surface.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const onWheel = (event: WheelEvent): void => {
    const zooming = event.ctrlKey || event.metaKey
    if (!zooming && event.target instanceof Element && event.target.closest('[data-own]')) return
    // The page itself must neither scroll nor zoom.
    event.preventDefault()
    const unit = event.deltaMode === 1 ? LINE : event.deltaMode === 2 ? PAGE : 1
    const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
    if (zooming) intents.zoom(Math.exp(-Math.max(-MOST, Math.min(MOST, dy)) * PER_PIXEL), placeOf(event))
    else if (event.shiftKey && dx === 0) intents.pan(-dy, 0)
    else intents.pan(-dx, -dy)
  }
  const onGestureStart = (event: Event): void => {
    event.preventDefault()
    scale = 1
  }
  const onGestureChange = (event: Event): void => {
    event.preventDefault()
    const gesture = event as GestureEvent
    intents.zoom(gesture.scale / scale, placeOf(gesture))
    scale = gesture.scale
  }
  // Fingers on a screen arrive as pointers too; only a trackpad pinch is handled here.
  const isTouch = navigator.maxTouchPoints > 0
  surface.addEventListener('wheel', onWheel, { passive: false })
  if (!isTouch) {
    surface.addEventListener('gesturestart', onGestureStart)
    surface.addEventListener('gesturechange', onGestureChange)
  }
  return () => {
    surface.removeEventListener('wheel', onWheel)
    surface.removeEventListener('gesturestart', onGestureStart)
    surface.removeEventListener('gesturechange', onGestureChange)
  }
}
