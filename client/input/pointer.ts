import { takesText } from './keyboard.ts'

type Pair = readonly [x: number, y: number]

export interface PointerKeys {
  readonly shift: boolean
  readonly alt: boolean
  readonly ctrl: boolean
}

/** A pointer on the surface, in its CSS pixels. */
export interface PointerPress {
  readonly at: Pair
  readonly keys: PointerKeys
  readonly touch: boolean
}

/** What the hand wants, free of DOM events. */
export interface PointerIntents {
  /** A mouse that moves with no button down; null when it leaves. */
  hover(press: PointerPress | null): void
  click(press: PointerPress): void
  doubleClick(press: PointerPress): void
  /** The pointer has left its place: returns whether this becomes a drag; else the surface is panned. */
  startDrag(from: PointerPress): boolean
  drag(press: PointerPress): void
  drop(): void
  cancel(): void
  pan(dx: number, dy: number): void
  zoom(factor: number, about: Pair): void
}

/** A pointer that moves less is a click. This is the only place where pointing becomes dragging. */
const THRESHOLD = 4
const TOUCH_THRESHOLD = 8
const DOUBLE_MS = 400
const DOUBLE_PIXELS = 24
const MIDDLE = 1
/** A finger that rests this long asks for a menu. */
const HOLD_MS = 500

/** `aside`: what the pointer does belongs to a field or a small window on the surface. */
type Phase = 'idle' | 'aside' | 'pressed' | 'held' | 'dragging' | 'panning' | 'pinching'

/**
 * Turns the pointer events of a surface into intentions: click, double click, drag, pan with the middle button, pan and
 * zoom with two fingers. A finger that rests asks for the context menu, by an event of the surface as a right click has one:
 * iPhones send none, and others send theirs as well, which is not trusted to come. Events inside an element marked `data-own` (a field, a small window) are left to it,
 * but two fingers zoom wherever they lie: a title that is written covers half of a phone.
 * Returns how to stop.
 */
export function listenToPointer(surface: HTMLElement, intents: PointerIntents): () => void {
  const pointers = new Map<number, Pair>()
  let phase: Phase = 'idle'
  let start: PointerPress | null = null
  let last: Pair = [0, 0]
  let lastClick: { at: Pair; when: number } | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  /** What had the focus when the finger came down. */
  let focusBefore: Element | null = null

  const placeOf = (event: PointerEvent): Pair => {
    const { left, top } = surface.getBoundingClientRect()
    return [event.clientX - left, event.clientY - top]
  }
  const pressOf = (event: PointerEvent): PointerPress => ({
    at: placeOf(event),
    keys: { shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey },
    touch: event.pointerType === 'touch',
  })

  const hold = ({ clientX, clientY }: PointerEvent): void => {
    if (phase !== 'pressed') return
    phase = 'held'
    surface.addEventListener('touchend', swallow, { once: true })
    surface.dispatchEvent(
      new PointerEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        pointerType: 'touch',
        clientX,
        clientY,
      }),
    )
  }

  /** Else the browser clicks with the finger that is lifted, into the menu that has come under it. */
  const swallow = (event: TouchEvent): void => event.preventDefault()

  /** A field that opens under a tap keeps the focus: the mouse that browsers imitate next gives it to whatever lies there. */
  const keepField = (event: TouchEvent): void => {
    const { activeElement } = document
    if (activeElement !== focusBefore && takesText(activeElement)) event.preventDefault()
  }

  const begin = (from: PointerPress, id: number): void => {
    capture(surface, id)
    phase = intents.startDrag(from) ? 'dragging' : 'panning'
  }

  const stop = (): void => {
    clearTimeout(rest)
    if (phase === 'dragging') intents.cancel()
    pointers.clear()
    phase = 'idle'
  }

  const down = (event: PointerEvent): void => {
    const press = pressOf(event)
    const owned = isOwned(event.target, surface)
    if ((owned && !press.touch) || event.button > MIDDLE) return
    clearTimeout(rest)
    surface.removeEventListener('touchend', swallow)
    focusBefore = document.activeElement
    // The first finger on the glass: one that is still counted was lifted where nobody told of it.
    if (event.isPrimary && pointers.size > 0) stop()
    pointers.set(event.pointerId, press.at)
    if (pointers.size === 2) {
      if (phase === 'dragging') intents.cancel()
      for (const id of pointers.keys()) capture(surface, id)
      phase = 'pinching'
      return
    }
    if (pointers.size > 2) return
    if (owned) {
      phase = 'aside'
      return
    }
    last = press.at
    start = press
    phase = 'pressed'
    if (press.touch) rest = setTimeout(hold, HOLD_MS, event)
    if (event.button === MIDDLE) {
      // Else Windows browsers begin to scroll by themselves.
      event.preventDefault()
      capture(surface, event.pointerId)
      phase = 'panning'
    }
  }

  const move = (event: PointerEvent): void => {
    const known = pointers.get(event.pointerId)
    const press = pressOf(event)
    if (!known) {
      if (phase === 'idle' && !press.touch) intents.hover(isOwned(event.target, surface) ? null : press)
      return
    }
    if (phase === 'pinching') pinch(event.pointerId, press.at)
    pointers.set(event.pointerId, press.at)
    if (phase === 'pressed' && start) {
      const far = Math.hypot(press.at[0] - start.at[0], press.at[1] - start.at[1])
      if (far >= (press.touch ? TOUCH_THRESHOLD : THRESHOLD)) begin(start, event.pointerId)
    }
    if (phase === 'dragging') intents.drag(press)
    else if (phase === 'panning') intents.pan(press.at[0] - last[0], press.at[1] - last[1])
    last = press.at
  }

  /** One finger of two has moved: the middle between them pans, their distance zooms. A third changes nothing. */
  const pinch = (id: number, to: Pair): void => {
    const before = pointers.get(id)
    const two = [...pointers].slice(0, 2)
    const other = two.find(([one]) => one !== id)?.[1]
    if (!before || !other || two.every(([one]) => one !== id)) return
    const middle: Pair = [(to[0] + other[0]) / 2, (to[1] + other[1]) / 2]
    intents.pan((to[0] - before[0]) / 2, (to[1] - before[1]) / 2)
    const apart = Math.hypot(before[0] - other[0], before[1] - other[1])
    if (apart > 0) intents.zoom(Math.hypot(to[0] - other[0], to[1] - other[1]) / apart, middle)
  }

  const up = (event: PointerEvent): void => {
    if (!pointers.delete(event.pointerId)) return
    clearTimeout(rest)
    const press = pressOf(event)
    const was = phase
    const [left] = pointers.values()
    if (left) {
      // Of two fingers the one that stays goes on moving the board.
      if (was === 'pinching' && pointers.size === 1) {
        phase = 'panning'
        last = left
      }
      return
    }
    phase = 'idle'
    if (was === 'dragging') intents.drop()
    else if (was === 'pressed') click(press)
  }

  const click = (press: PointerPress): void => {
    const now = performance.now()
    const again =
      lastClick !== null &&
      now - lastClick.when < DOUBLE_MS &&
      Math.hypot(press.at[0] - lastClick.at[0], press.at[1] - lastClick.at[1]) < DOUBLE_PIXELS
    lastClick = again ? null : { at: press.at, when: now }
    if (again) intents.doubleClick(press)
    else intents.click(press)
  }

  const lost = (event: PointerEvent): void => {
    if (pointers.has(event.pointerId)) stop()
  }
  const leave = (): void => intents.hover(null)

  surface.addEventListener('pointerdown', down)
  surface.addEventListener('pointermove', move)
  surface.addEventListener('pointerup', up)
  surface.addEventListener('pointercancel', lost)
  surface.addEventListener('pointerleave', leave)
  surface.addEventListener('touchend', keepField)
  return () => {
    stop()
    surface.removeEventListener('touchend', swallow)
    surface.removeEventListener('pointerdown', down)
    surface.removeEventListener('pointermove', move)
    surface.removeEventListener('pointerup', up)
    surface.removeEventListener('pointercancel', lost)
    surface.removeEventListener('pointerleave', leave)
    surface.removeEventListener('touchend', keepField)
  }
}

/** Goes on receiving a pointer that leaves the surface; one that was let go meanwhile cannot be captured any more. */
function capture(surface: HTMLElement, id: number): void {
  try {
    surface.setPointerCapture(id)
  } catch {
    return
  }
}

const isOwned = (target: EventTarget | null, surface: HTMLElement): boolean =>
  target instanceof Element && surface.contains(target) && target.closest('[data-own]') !== null
