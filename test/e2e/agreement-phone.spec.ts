import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'

const LABEL = 'Piano di novembre'

test('an association answers for its partner from the page of its telephone, without opening the board', async ({
  server,
  phone,
}) => {
  const { id, keys, link } = await server.createTable({
    title: 'Hub dell’innovazione inclusiva',
    programme: 'pon-metro-2014-2020',
    city: 'Napoli',
    model: 'quartieri-connessi',
  })
  const json = async <T>(asked: Promise<Response>): Promise<T> => (await (await asked).json()) as T
  await server.api(keys.editor, 'POST', `/api/boards/${id}/imports/board.json`, {
    format: 'tavolo-board',
    cards: { strada: { kind: 'partner', at: [0, 900], title: { $text: 'Coop. La Strada' } } },
  })
  const path = `/api/boards/${id}/agreements`
  const facilitator = await json<{ token: string }>(
    server.api(keys.facilitator, 'POST', `/api/boards/${id}/participants`, { name: 'Anna' }),
  )
  const version = await json<{ id: string; parties: { id: string; name: string }[] }>(
    server.api(keys.facilitator, 'POST', path, { label: LABEL }, facilitator.token),
  )
  const [party] = version.parties
  const plan = phone.getByRole('region', { name: `Il piano proposto ai partner: «${LABEL}»` })

  await phone.goto(link('contributor'))
  await plan.getByRole('button', { name: 'Rispondo per un partner' }).tap()
  await plan.getByLabel('Nome e cognome').fill('Bruno Conti')
  await plan.getByLabel('Ente o associazione').fill('Coop. La Strada')
  await plan.getByRole('button', { name: 'Presentati al tavolo' }).tap()
  await expect(plan.getByText('Sei al tavolo come Bruno Conti')).toBeVisible()

  const { people } = await json<{ people: { id: string; name: string }[] }>(
    server.api(keys.facilitator, 'GET', path),
  )
  const bruno = people.find(({ name }) => name === 'Bruno Conti')
  await server.api(
    keys.facilitator,
    'PUT',
    `${path}/${version.id}/delegates/${party?.id}`,
    { participant: bruno?.id },
    facilitator.token,
  )

  await phone.reload()
  await expect(plan.getByRole('heading', { name: `Rispondi per ${party?.name}` })).toBeVisible()
  await plan.getByLabel('Ho un’obiezione').check()
  await plan.getByRole('button', { name: 'Invia la risposta' }).tap()
  await expect(plan.getByText('Scrivi perché: un’obiezione')).toBeVisible()
  await plan.getByLabel('Motivo').fill('Le ore dello sportello non bastano.')
  await plan.getByRole('button', { name: 'Invia la risposta' }).tap()
  await expect(plan.getByText(`Risposta registrata per ${party?.name}.`)).toBeVisible()
  await plan.getByText('I pareri dei partner').tap()
  await expect(plan.getByRole('listitem').filter({ hasText: 'Ha un’obiezione' })).toContainText(
    'Le ore dello sportello',
  )
  const { violations } = await new AxeBuilder({ page: phone }).analyze()
  expect(violations.map(({ id: rule }) => rule)).toEqual([])
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)

  const history = await json<{ events: { who: { name: string }; sentence: { it: string } }[] }>(
    server.api(keys.viewer, 'GET', `/api/boards/${id}/history`),
  )
  expect(history.events[0]).toMatchObject({
    who: { name: 'Bruno Conti' },
    sentence: { it: expect.stringContaining('Le ore dello sportello non bastano.') },
  })
})
