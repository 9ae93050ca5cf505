import { AMOUNTS, NEEDS, QUARTIERI, TOTAL, TRIPLE } from './figures.ts'
import { expect, test } from './fixtures.ts'
import { ExportsPage } from './pages/exports-page.ts'
import { OutlinePage } from './pages/outline-page.ts'
import { PhonePage } from './pages/phone-page.ts'
import { expectOperationsOfTheSlide, expectPlanOfTheSlide } from './the-plan.ts'

const { intervention, premises, services, platform } = QUARTIERI
const AXES = {
  digital: 'Asse 1 · Agenda digitale metropolitana',
  inclusion: 'Asse 3 · Servizi per l’inclusione sociale',
  places: 'Asse 4 · Infrastrutture per l’inclusione sociale',
} as const

test('the same is built by keyboard alone in the outline, and comes out the same', async ({
  server,
  anna: annasBrowser,
  bruno: brunosBrowser,
  phone: aPhone,
}) => {
  const table = await server.createTable({
    title: 'Quartieri Connessi',
    programme: 'pon-metro-2014-2020',
    city: 'Milano',
  })
  const anna = new OutlinePage(annasBrowser, 'Anna')
  const bruno = new OutlinePage(brunosBrowser, 'Bruno')
  const phone = new PhonePage(aPhone)
  const both = [anna, bruno]

  await test.step('they sit down and go to the outline', async () => {
    await anna.sitsDownAt(table.link('facilitator'))
    await bruno.sitsDownAt(table.link('editor'))
    for (const person of both) {
      await person.seesPeople(2)
      await person.opensView('Elenco')
    }
  })

  await test.step('needs first: at the table, and from a telephone', async () => {
    await anna.begins('Bisogno', NEEDS.meeting)
    await anna.writesNext('Bisogno', NEEDS.periphery)
    await phone.opens(table.link('contributor'))
    await phone.typesAndSends(NEEDS.phone)
    await phone.seesReceived(NEEDS.phone)
    for (const person of both) for (const need of Object.values(NEEDS)) await person.sees(need)
  })

  await test.step('the intervention, an action in it, and one that is moved into it', async () => {
    await anna.adds('Aggiungi intervento', 'Intervento', intervention)
    await anna.adds(`Aggiungi azione a «${intervention}»`, 'Azione', premises)
    await anna.writesNext('Azione', services)
    await bruno.sees(services)
    await bruno.adds('Aggiungi azione', 'Azione', platform)
    await bruno.movesInto(platform, 'Quartieri', intervention)
    for (const person of both)
      for (const action of [premises, services, platform]) await person.seesInside(intervention, action)
  })

  await test.step('axes and funds from the lists of the programme', async () => {
    const axis = /^Asse del PON Metro/
    await anna.addsFromList('Aggiungi asse', axis, '4', AXES.places)
    await anna.addsFromList('Aggiungi asse', axis, '3', AXES.inclusion)
    await bruno.addsFromList('Aggiungi asse', axis, '1', AXES.digital)
    await bruno.addsFromList('Aggiungi fondo', /^Fonte/, 'ERDF', 'FESR')
    await bruno.addsFromList('Aggiungi fondo', /^Fonte/, 'ESF', 'FSE')
    for (const person of both)
      for (const title of [...Object.values(AXES), 'FESR', 'FSE']) await person.sees(title)
  })

  await test.step('natures, links and amounts in the panels', async () => {
    await anna.opensCard(premises, 'ArrowUp')
    await anna.setsNature('Materiale')
    await anna.linksTo('Risponde a', 'periferici', NEEDS.periphery)
    await anna.linksTo('Sotto l’asse', 'asse 4', AXES.places)
    await anna.linksTo('Finanziata da', 'FESR', 'FESR')
    await anna.writesAmount('Importo: FESR', AMOUNTS.premises.typed, AMOUNTS.premises.read)
    await anna.leavesPanel()
    await anna.opensCard(services)
    await anna.setsNature('Immateriale')
    await anna.linksTo('Risponde a', 'studiare', NEEDS.phone)
    await anna.linksTo('Sotto l’asse', 'asse 3', AXES.inclusion)
    await anna.linksTo('Finanziata da', 'FSE', 'FSE')
    await anna.writesAmount('Importo: FSE', AMOUNTS.services.typed, AMOUNTS.services.read)
    await anna.leavesPanel()
    await bruno.linksFromRow(platform, 'asse 1', AXES.digital)
    await bruno.opensCard(platform)
    await bruno.setsNature('Digitale')
    await bruno.linksTo('Finanziata da', 'FESR', 'FESR')
    await bruno.writesAmount('Importo: FESR', AMOUNTS.platform.typed, AMOUNTS.platform.read)
    await bruno.leavesPanel()
    await anna.opensCard(intervention, 'ArrowUp')
    await anna.declaresTotal('Slide del progetto', AMOUNTS.declared.typed, AMOUNTS.declared.read)
    await anna.leavesPanel()
  })

  await test.step('both read the same figures', async () => {
    for (const person of both) {
      await person.reads(intervention, TRIPLE)
      await person.reads(intervention, TOTAL)
      await person.reads(premises, AMOUNTS.premises.read)
      await person.reads(services, AMOUNTS.services.read)
      await person.reads(platform, AMOUNTS.platform.read)
      await person.seesSaved()
    }
    await phone.looksAgain()
    await phone.seesState(NEEDS.phone, services)
  })

  await test.step('the server dies and comes back, Bruno goes offline and comes back', async () => {
    await server.kill()
    await server.start()
    for (const person of both) await person.seesSaved()
    await brunosBrowser.context().setOffline(true)
    await bruno.seesOffline()
    await bruno.adds('Aggiungi bisogno', 'Bisogno', 'Scritto senza rete')
    await bruno.seesKeptHere()
    await anna.adds('Aggiungi bisogno', 'Bisogno', 'Scritto intanto')
    await anna.seesSaved()
    await expect(anna.line('Scritto senza rete')).toHaveCount(0)
    await brunosBrowser.context().setOffline(false)
    for (const person of both) {
      await person.sees('Scritto senza rete')
      await person.sees('Scritto intanto')
      await person.reads(intervention, TRIPLE)
      await person.reads(intervention, TOTAL)
      await person.seesSaved()
    }
  })

  await test.step('without the platform the integration is double; undo brings it back', async () => {
    await anna.commands(platform, 'Metti nel cestino')
    for (const person of both) await person.reads(intervention, 'Doppia 3·4')
    await anna.presses('Control+z')
    for (const person of both) await person.reads(intervention, TRIPLE)
  })

  await test.step('the files say the same', async () => {
    await anna.opensView('Fondi')
    await expect(anna.main.getByRole('table').first()).toContainText('uguale')
    await anna.opensView('Esporta')
    const exports = new ExportsPage(annasBrowser, 'Anna')
    await expectPlanOfTheSlide(server, (await exports.downloadsByKeys('Piano (JSON)')).text)
    expectOperationsOfTheSlide((await exports.downloadsByKeys('Lista operazioni 2021-27 (CSV)')).text)
  })
})
