/**
 * Puts a page beside the application, whose height and scrolling are those of a screen: a printer then sees the page alone.
 * Meanwhile the application is inert and the window has the page's title; the focus goes to the first button, and back.
 */
export const beside =
  (title: string) =>
  (page: HTMLElement): (() => void) => {
    const before = document.activeElement
    const [name, app] = [document.title, document.getElementById('app')]
    document.body.append(page)
    document.title = title
    if (app) app.inert = true
    page.querySelector('button')?.focus()
    return () => {
      document.title = name
      if (app) app.inert = false
      page.remove()
      if (before instanceof HTMLElement) before.focus()
    }
  }
