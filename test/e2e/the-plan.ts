import Ajv2020 from 'ajv/dist/2020.js'
import { expect } from '@playwright/test'
import type { BuiltServer } from './built-server.ts'
import { rowsOf } from './csv.ts'
import { QUARTIERI } from './figures.ts'

/** `plan.json` against the schema that the server publishes, read by a validator that is not ours, and to the cent. */
export async function expectPlanOfTheSlide(server: BuiltServer, text: string): Promise<void> {
  const schema = (await (await fetch(`${server.url}/schemas/plan-1.json`)).json()) as object
  const valid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema)
  const plan: unknown = JSON.parse(text)
  valid(plan)
  expect(valid.errors ?? []).toEqual([])
  expect(plan).toMatchObject({
    ledger: {
      total: '3029519.50',
      byAxis: [
        { key: { code: '1' }, amount: '1354687.50' },
        { key: { code: '3' }, amount: '562500.00' },
        { key: { code: '4' }, amount: '1112332.00' },
      ],
      byFund: [{ amount: '2467019.50' }, { amount: '562500.00' }],
      declared: [{ amount: '3029519.50', computed: '3029519.50', unexplained: '0.00' }],
    },
    interventions: [{ title: QUARTIERI.intervention, total: '3029519.50' }],
  })
}

/** `operations.csv`: the headings and one row an action, of 20 cells each. */
export function expectOperationsOfTheSlide(text: string): void {
  const [headings = [], ...rows] = rowsOf(text)
  expect([headings, ...rows].map((row) => row.length)).toEqual([20, 20, 20, 20])
  const title = headings.indexOf('TitoloProgetto_OperationName')
  const { premises, services, platform } = QUARTIERI
  expect(rows.map((row) => row[title]).sort()).toEqual([platform, premises, services].sort())
}
