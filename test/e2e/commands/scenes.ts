import { expect, type Page } from '@playwright/test'

/** What a command is given, and what it asks for after it was called. */
export interface Scene {
  /** How the titles of the cards begin that it is asked of; `*`: all. */
  readonly cards: readonly string[]
  /** Answers what it asks; the same by pointer and by keyboard, because what it asks has fields. */
  then?(page: Page): Promise<void>
  /** Whether the document must be another one afterwards. */
  readonly writes: boolean
  /** Taken back once it was compared: the commands after it go on from where they were, in every view. */
  readonly undone?: boolean
}

/** Cards by the beginning of their titles; one that is copied is not asked for again, because nobody tells twins apart. */
const ACTION = 'Piattaforma digitale'
const COPIED_ACTION = 'Ristrutturazione locali'
const COPIED_NEED = 'Creare un mix'
const CUT_AXIS = 'Asse 1'
const FIRST_NEED = 'Attivazione di nuovi'
const FUND = 'FSE'

/** Types letters in the chooser that has opened, and takes the first that answers. */
const picks = (letters: string) => async (page: Page) => {
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  await page.keyboard.type(letters)
  await expect(dialog.getByRole('option', { selected: true })).toContainText(new RegExp(letters, 'i'))
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveCount(0)
}

const closes = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Writes in the title that has opened. */
const writes = (title: string) => async (page: Page) => {
  const field = page.locator(':focus')
  await expect(field).toHaveRole('textbox')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(title)
  await expect(field).toHaveValue(new RegExp(`${title}$`))
}

/** Scenes of the commands for which the usual one will not do: one chosen action, nothing asked. */
const SCENES: Readonly<Record<string, Partial<Scene>>> = {
  model: { cards: [], then: insertsModel, writes: true },
  open: { then: closesPanel },
  editTitle: { then: writes(' per tutti'), writes: true },
  undo: { cards: [], writes: true },
  redo: { cards: [], writes: true },
  duplicate: { cards: [COPIED_NEED], writes: true },
  duplicateLinked: { cards: [COPIED_ACTION], writes: true },
  copy: { cards: [CUT_AXIS] },
  cut: { cards: [CUT_AXIS], writes: true },
  paste: { cards: [], writes: true },
  selectAll: { cards: [] },
  remove: { cards: [FUND], writes: true },
  trash: { cards: [], then: closes },
  escape: { cards: [FIRST_NEED] },
  linkTo: { then: picks('FESR'), writes: true },
  relink: { then: changesLink, writes: true },
  lock: { writes: true },
  fold: { cards: ['Quartieri Connessi'], writes: true, undone: true },
  'tool.link': { cards: [] },
  moveInto: { then: picks('Quartieri'), writes: true },
  takeOut: { writes: true },
  merge: { cards: [FIRST_NEED], then: picks('Rivitalizzare'), writes: true },
  'outline.table': { cards: [], then: turnsBack },
  find: { cards: [], then: closes },
  filter: { cards: [], then: closesFilters },
  share: { cards: [], then: closes },
  comment: { then: closesPanel },
  comments: { cards: [], then: closes },
  alsoMine: { cards: [FIRST_NEED] },
  help: { cards: [], then: closes },
  picture: { then: closes },
}

/** Commands that are about the table as a whole, or about what is seen: nothing need be chosen. */
const WHOLE =
  /^(make\.|tidy\.|view\.|zoom|fit$|tool\.|letters|outline\.|filter\.|links\.view|minimap|follow|gather|back$)/

export function sceneOf(id: string): Scene {
  // All cards in one line lie in the frame that stands there, and it would be alone from then on.
  if (/^(align|distribute)/.test(id)) return { cards: ['*'], writes: false, undone: true }
  if (id === 'group') return { cards: ['*'], writes: true, undone: true }
  if (id.startsWith('resize.')) return { cards: ['Quartieri Connessi'], writes: false }
  const title = /^make\.(\w+)$/.exec(id)
  return {
    cards: WHOLE.test(id) ? [] : [ACTION],
    writes: title !== null,
    ...(title && { then: async (page: Page) => writes(`Scritto: ${id}`)(page) }),
    ...SCENES[id],
  }
}

/** Takes the link to another action elsewhere. */
async function changesLink(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /è complementare a/ }).press('Enter')
  await dialog.getByRole('button', { name: /^Cambia .*: Servizi/ }).press('Enter')
  await picks('make.action')(page)
}

async function insertsModel(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('button', { name: /Lorenteggio|Hub/ })
    .first()
    .press('Enter')
  await expect(dialog).toHaveCount(0)
}

async function closesPanel(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Scheda scelta' })
  await expect.poll(() => panel.evaluate((place) => place.contains(document.activeElement))).toBe(true)
  await page.keyboard.press('Escape')
}

async function turnsBack(page: Page): Promise<void> {
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByRole('button', { name: 'Lista', exact: true }).press('Enter')
}

/** Leaves one filter on, for the command that takes it off. */
async function closesFilters(page: Page): Promise<void> {
  const panel = page.getByRole('region', { name: 'Filtri' })
  await expect(panel).toBeFocused()
  await panel.getByRole('button', { name: /^Bisogno/ }).press('Enter')
  await page.keyboard.press('Escape')
}
