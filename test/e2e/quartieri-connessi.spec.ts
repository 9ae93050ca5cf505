import { ADDS_UP, AMOUNTS, AXES, FUNDS, NEEDS, QUARTIERI, TOTAL, TRIPLE } from './figures.ts'
import { expect, test } from './fixtures.ts'
import { CanvasPage } from './pages/canvas-page.ts'
import { ExportsPage } from './pages/exports-page.ts'
import { PhonePage } from './pages/phone-page.ts'
import { expectOperationsOfTheSlide, expectPlanOfTheSlide } from './the-plan.ts'

const { intervention, premises, services, platform } = QUARTIERI

test('Anna and Bruno build Quartieri Connessi from an empty table, and the plan they take away adds up', async ({
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
  const anna = new CanvasPage(annasBrowser, 'Anna')
  const bruno = new CanvasPage(brunosBrowser, 'Bruno')
  const phone = new PhonePage(aPhone)
  const both = [anna, bruno]

  await test.step('they sit down at an empty table and see each other', async () => {
    await anna.sitsDownAt(table.link('facilitator'))
    await bruno.sitsDownAt(table.link('editor'))
    for (const person of both) {
      await person.seesPeople(2)
      await person.seesSaved()
      await person.stepsBack(2)
    }
  })

  await test.step('Anna draws the intervention, each puts actions in it', async () => {
    await anna.drawsIntervention(intervention, [330, 90], [520, 520])
    await anna.putsDown('Azione', premises, [425, 180])
    await anna.setsNature('Materiale')
    await bruno.sees('Azione', premises)
    await bruno.clicksDown('Azione', services, [425, 310])
    await bruno.setsNature('Immateriale')
    await bruno.putsDown('Azione', platform, [425, 610])
    await bruno.setsNature('Digitale')
    await bruno.moves('Azione', platform, [425, 440])
    await anna.sees('Azione', platform)
    await anna.chooses('Intervento', intervention)
    for (const action of [premises, services, platform]) await anna.seesMember(action)
  })

  await test.step('needs come from the table and from a telephone', async () => {
    await anna.putsDown('Bisogno', NEEDS.meeting, [210, 180])
    await bruno.putsDown('Bisogno', NEEDS.periphery, [210, 300])
    await phone.opens(table.link('contributor'))
    await phone.writes(NEEDS.phone)
    await phone.seesReceived(NEEDS.phone)
    for (const person of both) await person.sees('Bisogno', NEEDS.phone)
  })

  await test.step('needs are answered, by lines and by words', async () => {
    await anna.draws(['Bisogno', NEEDS.meeting], ['Azione', services])
    await bruno.joins(['Azione', premises], ['Bisogno', NEEDS.periphery])
    await anna.chooses('Azione', services)
    await anna.linksTo('Risponde a', 'studiare', NEEDS.phone)
    await anna.seesSaved()
    await phone.looksAgain()
    await phone.seesState(NEEDS.phone, `ora nell’azione «${services}»`)
  })

  await test.step('axes and funds come ready from the palette; the server dies in between', async () => {
    await anna.takesReady('Asse', AXES.places, [700, 180])
    await anna.seesSaved()
    await server.kill()
    await bruno.seesOffline()
    await bruno.takesReady('Asse', AXES.inclusion, [700, 310])
    await anna.takesReady('Asse', AXES.digital, [700, 440])
    await bruno.seesKeptHere()
    await server.start()
    for (const person of both) {
      await person.seesSaved()
      for (const axis of Object.values(AXES)) await person.sees('Asse', axis)
      await person.sees('Azione', premises)
    }
    await bruno.takesReady('Fondo', FUNDS.fesr, [880, 240])
    await bruno.takesReady('Fondo', FUNDS.fse, [880, 370])
  })

  await test.step('actions are put under their axes and paid, with amounts as people type them', async () => {
    await anna.draws(['Azione', premises], ['Asse', AXES.places])
    await anna.joins(['Azione', services], ['Asse', AXES.inclusion])
    await bruno.joins(['Azione', platform], ['Asse', AXES.digital])
    await bruno.joins(['Fondo', FUNDS.fesr], ['Azione', premises])
    await bruno.writesAmount('Importo', AMOUNTS.premises.typed, AMOUNTS.premises.read)
    await anna.joins(['Fondo', FUNDS.fse], ['Azione', services])
    await anna.writesAmount('Importo', AMOUNTS.services.typed, AMOUNTS.services.read)
    await bruno.joins(['Fondo', FUNDS.fesr], ['Azione', platform])
    await bruno.writesAmount('Importo', AMOUNTS.platform.typed, AMOUNTS.platform.read)
    await anna.chooses('Intervento', intervention)
    await anna.declaresTotal('Slide del progetto', AMOUNTS.declared.typed, AMOUNTS.declared.read)
  })

  await test.step('both see the triple integration and a total equal to the declared one', async () => {
    for (const person of both) {
      await person.seesBadge(intervention, TRIPLE)
      await person.seesTotal(TOTAL, ADDS_UP)
      await person.seesSaved()
    }
  })

  await test.step('Bruno goes offline, writes, comes back, and nothing of either is lost', async () => {
    await annasBrowser.bringToFront()
    await brunosBrowser.context().setOffline(true)
    await bruno.seesOffline()
    await bruno.putsDown('Bisogno', 'Scritto senza rete', [210, 560])
    await bruno.seesKeptHere()
    await anna.putsDown('Nota', 'Scritta intanto', [700, 600])
    await anna.seesSaved()
    await expect(anna.card('Bisogno', 'Scritto senza rete')).toHaveCount(0)
    await expect(bruno.card('Nota', 'Scritta intanto')).toHaveCount(0)
    await brunosBrowser.context().setOffline(false)
    await bruno.seesSaved()
    for (const person of both) {
      await person.sees('Bisogno', 'Scritto senza rete')
      await person.sees('Nota', 'Scritta intanto')
      await person.seesTotal(TOTAL, ADDS_UP)
    }
  })

  await test.step('what was shown as saved outlives another death, also for who never was here', async () => {
    await server.kill()
    await server.start()
    const answer = await server.api(table.keys.viewer, 'GET', `/api/boards/${table.id}/plan`)
    expect(await answer.json()).toMatchObject({ ledger: { total: '3029519.50' } })
    for (const person of both) await person.seesSaved()
  })

  await test.step('the files taken from Esporta say the same', async () => {
    const exports = new ExportsPage(annasBrowser, 'Anna')
    await exports.opensView('Esporta')
    const plan = await exports.downloads('Piano (JSON)')
    expect(plan.name).toMatch(/^quartieri-connessi_piano_\d{4}-\d\d-\d\d\.json$/)
    await expectPlanOfTheSlide(server, plan.text)
    expectOperationsOfTheSlide((await exports.downloads('Lista operazioni 2021-27 (CSV)')).text)
    await exports.opensView('Lavagna')
  })

  await test.step('without the platform the integration is double; undo brings it back', async () => {
    await anna.throwsAway('Azione', platform)
    for (const person of both) {
      await person.seesBadge(intervention, 'Doppia 3·4')
      await person.seesTotal('1.674.832,00\u00a0€', 'in meno del dichiarato')
    }
    await anna.undoes()
    for (const person of both) {
      await person.seesBadge(intervention, TRIPLE)
      await person.seesTotal(TOTAL, ADDS_UP)
    }
  })
})
