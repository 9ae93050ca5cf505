import { readStored, writeStored } from './stored.ts'

export type Theme = 'system' | 'light' | 'dark'

class ThemeChoice {
  #theme = $state.raw<Theme>(
    readStored('tavolo.theme') === 'light'
      ? 'light'
      : readStored('tavolo.theme') === 'dark'
        ? 'dark'
        : 'system',
  )

  get current(): Theme {
    return this.#theme
  }

  set(theme: Theme): void {
    this.#theme = theme
    writeStored('tavolo.theme', theme)
    applyTheme()
  }
}

export const theme = new ThemeChoice()

/** Puts the choice on the root element; `system` leaves it to `prefers-color-scheme`. */
export function applyTheme(): void {
  if (theme.current === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme.current
}
