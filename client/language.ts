import { baseLocale, getLocale, isLocale, overwriteGetLocale, setLocale } from './paraglide/runtime.js'

export type Language = ReturnType<typeof getLocale>

let chosen = true

/** Whether another language can be chosen: the choice needs a browser that keeps something. */
export const mayChooseLanguage = (): boolean => chosen

/**
 * Settles the language before anything is drawn. A browser that refuses even to be asked what it keeps (all cookies
 * blocked) speaks the first of its own languages that we know.
 */
export function startLanguage(): void {
  try {
    getLocale()
  } catch {
    chosen = false
    const language = preferredOf(navigator.languages)
    overwriteGetLocale(() => language)
  }
  document.documentElement.lang = getLocale()
}

/** Keeps the choice and loads the page again in that language. */
export function chooseLanguage(language: Language): void {
  void setLocale(language)
}

/** The first language of a browser's list (`en-GB`, `it`…) that we speak; else Italian. */
export function preferredOf(languages: readonly string[]): Language {
  const ours = languages.map((language) => language.toLowerCase().split('-')[0])
  return ours.find((language): language is Language => isLocale(language)) ?? baseLocale
}
