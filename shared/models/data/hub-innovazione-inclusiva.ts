import type { ModelBoard } from '../model-board.ts'

const OBJECTIVE = 'Obiettivo del progetto, nelle slide'
const LORENTEGGIO = 'Lorenteggio'
const INTEGRATION =
  'Integrazione tra programmi nel quartiere Lorenteggio: verso una maggiore inclusione sociale'

/**
 * Slide «Innovazione e integrazione: il progetto HUB dell’innovazione inclusiva». The slides print 4.036.735,43 as the
 * resources of PON Metro and 3.899.235,43 for the HUB, and do not explain the difference. They give neither the nature
 * of the action nor how the amount is shared among axes 1, 3 and 4.
 */
export const hubInnovazioneInclusiva: ModelBoard = {
  needs: [
    { name: 'revive', title: 'Rivitalizzare i quartieri periferici', fields: { source: OBJECTIVE } },
    { name: 'renew', title: 'Favorire la rigenerazione urbana', fields: { source: OBJECTIVE } },
    {
      name: 'work',
      title: 'Incrementare l’occupazione e l’attività economica in aree di disagio',
      fields: { source: OBJECTIVE },
    },
  ],
  intervention: {
    name: 'frame',
    title: 'HUB dell’innovazione inclusiva',
    body: 'Aspetti rilevanti: attivazione delle risorse dei cittadini; animazione dei quartieri; favorire la diffusione di pratiche di Social Innovation; potenziamento relazioni tra pubblico e privato; integrazione tra tre assi di intervento (1, 3 e 4).',
    fields: {
      declared: [{ label: 'TOT. RISORSE PON Metro', cents: 403673543, programme: 'pon-metro-2014-2020' }],
    },
    columns: 1,
    actions: [
      {
        name: 'school',
        title: 'Scuola di innovazione e di piccola imprenditorialità sociale per imparare a progettare',
        body: 'Contributi per lo start up di servizi innovativi. Itinerante: si sposta in una zona nuova ogni 6 mesi.\nhttps://www.lascuoladeiquartieri.it/',
        fields: {
          costCents: 389923543,
          places: [LORENTEGGIO],
          targetGroups: ['Individui', 'Associazioni', 'Soggetti del terzo settore'],
          inferred: ['costCents'],
        },
      },
    ],
  },
  contexts: [
    {
      name: 'companies',
      title: 'Sostegno alle imprese',
      fields: { programme: 'POR FESR', cents: 120000000, places: [LORENTEGGIO] },
    },
    {
      name: 'people',
      title: 'Sostegno alle persone, laboratorio sociale',
      fields: { programme: 'POR FSE', cents: 195000000, places: [LORENTEGGIO] },
    },
  ],
  axes: [
    { name: 'axis1', title: 'Asse 1 · Agenda digitale metropolitana', fields: { axis: '1' } },
    { name: 'axis3', title: 'Asse 3 · Servizi per l’inclusione sociale', fields: { axis: '3' } },
    { name: 'axis4', title: 'Asse 4 · Infrastrutture per l’inclusione sociale', fields: { axis: '4' } },
  ],
  funds: [{ name: 'pon', title: 'PON Metro, FESR e FSE', fields: { fund: 'mixed' } }],
  links: [
    ['school', 'answers', 'revive'],
    ['school', 'answers', 'renew'],
    ['school', 'answers', 'work'],
    ['school', 'programmedUnder', 'axis1'],
    ['school', 'programmedUnder', 'axis3'],
    ['school', 'programmedUnder', 'axis4'],
    ['pon', 'finances', 'school', { cents: 389923543 }],
    ['school', 'complements', 'companies', { reason: INTEGRATION }],
    ['school', 'complements', 'people', { reason: INTEGRATION }],
  ],
}
