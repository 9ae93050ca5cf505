import type { Component } from 'svelte'

/** One line of a `Menu`. */
export interface MenuItem {
  readonly label: string
  readonly act: () => void
  readonly icon?: Component<{ size?: number; 'aria-hidden'?: boolean }>
  /** A second, quieter word at the right: a shortcut, a count. */
  readonly hint?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  /** When given, the line is one of a choice and shows whether it is the chosen one. */
  readonly checked?: boolean
  /** When given, the line is a switch, on or off. */
  readonly on?: boolean
  /** A line is drawn above it. */
  readonly apart?: boolean
}

/**
 * The line a key leads to in a menu of these lines, or null when the key means nothing here. Lines that are disabled are
 * passed over; a letter goes to the next line that begins with it.
 */
export function nextItem(items: readonly MenuItem[], at: number, key: string): number | null {
  const count = items.length
  const from = (start: number, step: number, fits: (item: MenuItem) => boolean): number | null => {
    for (let i = 0; i < count; i++) {
      const index = (((start + i * step) % count) + count) % count
      const item = items[index]
      if (item && !item.disabled && fits(item)) return index
    }
    return null
  }
  const any = (): boolean => true
  if (key === 'ArrowDown') return from(at + 1, 1, any)
  if (key === 'ArrowUp') return from(at < 0 ? count - 1 : at - 1, -1, any)
  if (key === 'Home') return from(0, 1, any)
  if (key === 'End') return from(count - 1, -1, any)
  if (key.length !== 1 || key === ' ') return null
  return from(at + 1, 1, (item) => item.label.toLocaleLowerCase().startsWith(key.toLocaleLowerCase()))
}
