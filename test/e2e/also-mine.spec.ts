import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'

test('“è anche mio” counts people once: at the table, on a telephone, and after a restart of the server', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
  phone,
}) => {
  const table = await server.createTable({ title: 'Palestra', programme: 'pon-metro-2014-2020' })
  const anna = new CanvasPage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  await anna.sitsDownAt(table.link('facilitator'))
  await bruno.sitsDownAt(table.link('editor'))
  await anna.putsDown('Bisogno', 'Una palestra la sera', [400, 300])
  await anna.seesSaved()
  await bruno.chooses('Bisogno', 'Una palestra la sera')
  const also = bruno.panel.getByRole('button', { name: 'È anche mio' })
  const onAnnasCard = anna.card('Bisogno', 'Una palestra la sera')

  await test.step('who proposed it is not asked', async () => {
    await anna.chooses('Bisogno', 'Una palestra la sera')
    await anna.page.reload()
    await anna.chooses('Bisogno', 'Una palestra la sera')
    await expect(anna.panel.getByText('Nessuno ha ancora detto che è anche suo.')).toBeVisible()
    await expect(anna.panel.getByRole('button', { name: 'È anche mio' })).toHaveCount(0)
  })

  await test.step('somebody else says so, and everybody sees it', async () => {
    await also.click()
    await expect(also).toHaveAttribute('aria-pressed', 'true')
    await expect(onAnnasCard).toContainText('+1 è anche mio')
  })

  await test.step('a telephone says so with one touch', async () => {
    await phone.goto(table.link('contributor'))
    const need = phone.getByRole('listitem').filter({ hasText: 'Una palestra la sera' })
    await expect(need).toContainText('una persona')
    await need.getByRole('button', { name: /^È anche mio/ }).tap()
    await expect(need).toContainText('2 persone')
    await expect(onAnnasCard).toContainText('+2 è anche mio')
  })

  await test.step('it is there after the server died, and is taken back by who said it', async () => {
    await server.kill()
    await server.start()
    await phone.reload()
    const need = phone.getByRole('listitem').filter({ hasText: 'Una palestra la sera' })
    await expect(need).toContainText('2 persone')
    await need.getByRole('button', { name: /^È anche mio/ }).tap()
    await expect(need).toContainText('una persona')
    await bruno.comesBack()
    await bruno.chooses('Bisogno', 'Una palestra la sera')
    await expect(bruno.panel.getByText('L’hai detto tu.')).toBeVisible()
    await also.click()
    await expect(bruno.card('Bisogno', 'Una palestra la sera')).not.toContainText('è anche mio')
  })
})

test('two say it at the same moment; who was away is told what did not arrive, and sees on return what others said', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable({ title: 'Palestra', programme: 'pon-metro-2014-2020' })
  const sits = async (name: string): Promise<CanvasPage> => {
    const person = new CanvasPage(await newPerson(), name)
    await person.sitsDownAt(table.link('editor'))
    return person
  }
  const carla = await sits('Carla')
  await carla.putsDown('Bisogno', 'Una palestra la sera', [400, 300])
  await carla.seesSaved()
  const people = [await sits('Anna'), await sits('Anna')] as const
  const [anna, bruno] = people
  const also = ({ panel }: CanvasPage) => panel.getByRole('button', { name: 'È anche mio' })
  const counts = (person: CanvasPage, words: string) =>
    expect(person.card('Bisogno', 'Una palestra la sera')).toContainText(words)
  for (const person of people) await person.chooses('Bisogno', 'Una palestra la sera')
  await Promise.all(people.map((person) => also(person).click()))
  for (const person of [carla, ...people]) await counts(person, '+2 è anche mio')

  await bruno.page.context().setOffline(true)
  await also(anna).click()
  await counts(anna, '+1 è anche mio')
  await also(bruno).click()
  await expect(bruno.panel.getByText(/^«È anche mio» non è stato registrato/)).toBeVisible()
  await counts(bruno, '+2 è anche mio')

  await bruno.page.context().setOffline(false)
  await counts(bruno, '+1 è anche mio')
  await expect(also(bruno)).toHaveAttribute('aria-pressed', 'true')
})

test('on a small old telephone the answer to a need is seen at once, and nobody is asked whether their own need is theirs too', async ({
  server,
  newPerson,
}) => {
  const table = await server.createTable({ title: 'Panchine', programme: 'pon-metro-2014-2020' })
  const page = await newPerson({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
  await page.goto(table.link('contributor'))
  await page.getByLabel('Che cosa manca nel quartiere?').fill('Una panchina all’ombra')
  await page.getByRole('button', { name: 'Invia' }).tap()
  await expect(page.getByText('Ricevuto. Grazie: è sul tavolo.')).toBeInViewport({ ratio: 1 })
  const ofTable = page.getByRole('region', { name: 'I bisogni del tavolo' }).getByRole('listitem')
  await expect(ofTable).toContainText('Una panchina all’ombra')
  await expect(ofTable.getByRole('button', { name: /^È anche mio/ })).toHaveCount(0)
})
