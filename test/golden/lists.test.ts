import { editCard } from '../../shared/board/commands/edit-card.ts'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formatById } from '../../shared/formats/index.ts'
import { readCsv } from '../../shared/formats/incoming/csv.ts'
import { MODELS } from '../../shared/models/list.ts'
import { aTableWith } from '../builders/a-model.ts'
import { modelInput } from '../shared/formats/export-input.ts'

/** Rows by their headings. */
function rowsOf(bytes: Uint8Array): Record<string, string>[] {
  const [head, ...rows] = readCsv(new TextDecoder().decode(bytes)).rows.map(({ cells }) => cells.map(String))
  if (!head) throw new Error('a list without a heading')
  for (const row of rows) expect(row.length).toBeLessThanOrEqual(head.length)
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

const centsOf = (amount: string): number => Math.round(Number(amount.replace(',', '.')) * 100)
const total = (amounts: readonly string[]): number =>
  amounts.reduce((sum, amount) => sum + centsOf(amount), 0)

async function written(model: string, format: string) {
  const input = modelInput(model)
  const bytes = await formatById(format)?.write(input)
  if (!bytes) throw new Error(`no format is called ${format}`)
  return { plan: input.plan, bytes }
}

describe.each(MODELS.map(({ id }) => id))('the lists of %s', (model) => {
  it('needs.csv has every need with what became of it', async () => {
    const { plan, bytes } = await written(model, 'needs.csv')
    const rows = rowsOf(bytes)
    expect(rows.map((row) => [row['Bisogno'], row['Scheda']])).toEqual(
      plan.needs.map(({ title, id }) => [title, id]),
    )
    for (const row of rows) expect(row['Che cosa ne è']).not.toBe('')
  })

  it('cup.csv has the money of each action, to the cent', async () => {
    const { plan, bytes } = await written(model, 'cup.csv')
    const rows = rowsOf(bytes)
    expect(rows.map((row) => row['Denominazione del progetto'])).toEqual(
      plan.actions.map(({ title }) => title),
    )
    expect(total(rows.map((row) => row['Finanziamento'] ?? ''))).toBe(
      plan.actions.reduce((sum, { fundedCents }) => sum + fundedCents, 0),
    )
  })

  it('opencoesione.csv has the 199 columns of the published list, an action a row, and the money under this programme', async () => {
    const { plan, bytes } = await written(model, 'opencoesione.csv')
    const rows = rowsOf(bytes)
    expect(Object.keys(rows[0] ?? {})).toHaveLength(199)
    expect(rows.map((row) => row['OC_TITOLO_PROGETTO'])).toEqual(
      plan.actions.map(({ title }) => title.trim()),
    )
    const own = plan.actions.flatMap(({ funding }) =>
      funding.filter(
        ({ programme, source }) =>
          programme === plan.programme.id && source !== 'private' && source !== 'thirdSector',
      ),
    )
    expect(total(rows.map((row) => row['FINANZ_TOTALE_PUBBLICO'] ?? ''))).toBe(
      own.reduce((sum, { cents }) => sum + cents, 0),
    )
  })

  it('puc.zip holds a line a record between the lines of the envelope, with every row of money', async () => {
    const { plan, bytes } = await written(model, 'puc.zip')
    const files = unzipSync(bytes)
    expect(Object.keys(files)).toEqual(['LEGGIMI.txt', 'puc.txt', 'da-completare.csv'])
    expect(strFromU8(files['LEGGIMI.txt'] ?? new Uint8Array())).toContain('solo per una verifica preliminare')
    const missing = rowsOf(files['da-completare.csv'] ?? new Uint8Array())
    const titles = new Set(plan.actions.map(({ title }) => title))
    expect(missing.length).toBeGreaterThan(0)
    for (const { Titolo } of missing) expect(titles).toContain(Titolo)
    const lines = strFromU8(files['puc.txt'] ?? new Uint8Array()).split('\r\n')
    const records = lines.slice(1, -2)
    expect(lines[0]).toBe('HH#0#23EM#PUC#')
    expect(lines.at(-2)).toBe(`FF#${records.length + 1}#${records.length}#`)
    records.forEach((line, at) => expect(line).toMatch(new RegExp(`^[A-Z]{2}\\d{2}#${at + 1}#.*#$`)))
    const ofKind = (code: string): string[][] =>
      records.flatMap((line) => {
        const [structure, , values] = line.split('#')
        return structure === code && values !== undefined ? [values.split('|')] : []
      })
    expect(ofKind('AP00').map(([, title]) => title)).toEqual(
      plan.actions.map(({ title }) => title.slice(0, 500).trim()),
    )
    // Fund, norm, CIPE, place, tax code, …: the amount is the only value that is a number with a comma.
    const amounts = ofKind('FN00').flatMap((values) => values.filter((value) => /^\d+,\d\d$/.test(value)))
    expect(total(amounts)).toBe(plan.actions.reduce((sum, { fundedCents }) => sum + fundedCents, 0))
  })

  it('annex-v.zip adds up by fund to the money under this programme', async () => {
    const { plan, bytes } = await written(model, 'annex-v.zip')
    const files = unzipSync(bytes)
    const rows = rowsOf(files['tabella-11-dotazioni-per-fondo.csv'] ?? new Uint8Array())
    const own = plan.actions.flatMap(({ funding }) =>
      funding.filter(({ programme }) => programme === plan.programme.id),
    )
    const sum = own.reduce((all, { cents }) => all + cents, 0)
    expect(centsOf(rows.at(-1)?.['Totale (EUR)'] ?? '')).toBe(sum)
    expect(total(rows.slice(0, -1).map((row) => row['Totale (EUR)'] ?? ''))).toBe(sum)
    for (const [name, file] of Object.entries(files)) if (name.endsWith('.csv')) rowsOf(file)
  })

  it('dossier.odt is an OpenDocument text: its type first and not compressed, every chapter in it', async () => {
    const { bytes, plan } = await written(model, 'dossier.odt')
    expect(strFromU8(bytes.subarray(30, 77))).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
    const content = strFromU8(unzipSync(bytes)['content.xml'] ?? new Uint8Array())
    for (const { title } of plan.interventions) expect(content).toContain(title.replaceAll('&', '&amp;'))
    expect(content).toContain('Quadro finanziario')
  })
})

describe('the CUP classification of an action', () => {
  it('stands part by part in cup.csv, in opencoesione.csv and in the records of PUC', async () => {
    const { doc, plan, titled } = aTableWith('centro-prima-accoglienza')
    const title = 'Riqualificazione secondo piano da destinare a dormitorio pubblico'
    editCard<'action'>(doc, titled(title), {
      classifications: [
        { dimension: 'cupType', code: '03.04' },
        { dimension: 'cupCategory', code: '05.10.106' },
      ],
    })
    const input = { ...modelInput('centro-prima-accoglienza'), plan: plan() }
    const bytes = async (id: string) => (await formatById(id)?.write(input)) ?? new Uint8Array()
    const cup = rowsOf(await bytes('cup.csv')).find((row) => row['Denominazione del progetto'] === title)
    expect(cup).toMatchObject({
      Natura: '03 Realizzazione di lavori pubblici (opere ed impiantistica)',
      Tipologia: '04 Ristrutturazione',
      Settore: '05 Infrastrutture sociali',
      Sottosettore: '10 Abitative',
      Categoria: '106 Residenze per comunità',
    })
    const published = rowsOf(await bytes('opencoesione.csv')).find(
      (row) => row['OC_TITOLO_PROGETTO'] === title,
    )
    expect(published).toMatchObject({
      CUP_COD_NATURA: '03',
      CUP_COD_TIPOLOGIA: '04',
      CUP_COD_SETTORE: '05',
      CUP_COD_SOTTOSETTORE: '10',
      CUP_COD_CATEGORIA: '106',
      CUP_DESCR_CATEGORIA: 'RESIDENZE PER COMUNITÀ',
    })
    const puc = unzipSync(await bytes('puc.zip'))['puc.txt']
    expect(puc && strFromU8(puc)).toContain('|03.04|')
  })
})
