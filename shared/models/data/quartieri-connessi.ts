import type { ModelBoard } from '../model-board.ts'

const OBJECTIVE = 'Obiettivo del progetto, nelle slide'

/**
 * Slide «Innovazione e integrazione: il progetto Quartieri Connessi». That the services are held in the renovated
 * premises stands in the overview of axis 3 ("servizi di prossimità nelle portinerie riqualificate"). Which action answers
 * which objective is inferred.
 */
export const quartieriConnessi: ModelBoard = {
  needs: [
    {
      name: 'activities',
      title: 'Attivazione di nuovi servizi e attività di carattere sociale e culturale',
      fields: { source: OBJECTIVE },
    },
    {
      name: 'liveable',
      title:
        'Rivitalizzare i quartieri periferici e aumentare la vivibilità con nuove opportunità di aggregazione, ricreazione e incontro',
      fields: { source: OBJECTIVE },
    },
    {
      name: 'mix',
      title: 'Creare un mix sociale equilibrato nei quartieri ERP',
      fields: { source: OBJECTIVE },
    },
  ],
  intervention: {
    name: 'frame',
    title: 'Quartieri Connessi',
    body: [
      'Recupero e riqualificazione di 9 spazi polifunzionali di patrimonio ERP da riconvertire in contenitori di attività, eventi, corsi di formazione, momenti associativi delle comunità locali o culturali.',
      'Aspetti innovativi: coprogettazione; costruzione di reti e collaborazioni con altri soggetti coinvolti nei percorsi di inclusione (associazioni, volontariato sociale); ponte di collegamento tra l’edilizia residenziale pubblica e il resto della città.',
    ].join('\n'),
    fields: {
      spaces: 9,
      declared: [{ label: 'TOT.', cents: 302951950, programme: 'pon-metro-2014-2020' }],
    },
    columns: 1,
    actions: [
      {
        name: 'premises',
        title: 'Ristrutturazione locali (portinerie, negozi…)',
        fields: {
          nature: 'material',
          costCents: 111233200,
          inferred: ['nature', 'costCents', 'needs'],
        },
      },
      {
        name: 'services',
        title: 'Servizi per creare dialogo tra comunità e coesione sociale',
        body: 'Servizi di prossimità nelle portinerie riqualificate.',
        fields: {
          nature: 'immaterial',
          costCents: 56250000,
          needsPlace: true,
          inferred: ['nature', 'costCents', 'needs'],
        },
      },
      {
        name: 'platform',
        title: 'Piattaforma digitale come strumento di accesso agevolato alle informazioni',
        fields: { nature: 'digital', costCents: 135468750, inferred: ['costCents'] },
      },
    ],
  },
  contexts: [],
  axes: [
    { name: 'axis4', title: 'Asse 4 · Infrastrutture per l’inclusione sociale', fields: { axis: '4' } },
    { name: 'axis3', title: 'Asse 3 · Servizi per l’inclusione sociale', fields: { axis: '3' } },
    { name: 'axis1', title: 'Asse 1 · Agenda digitale metropolitana', fields: { axis: '1' } },
  ],
  funds: [
    { name: 'erdf', title: 'FESR', fields: { fund: 'ERDF' } },
    { name: 'esf', title: 'FSE', fields: { fund: 'ESF' } },
  ],
  links: [
    ['premises', 'answers', 'liveable'],
    ['services', 'answers', 'activities'],
    ['services', 'answers', 'liveable'],
    ['services', 'answers', 'mix'],
    ['premises', 'enables', 'services'],
    ['platform', 'complements', 'services'],
    ['premises', 'programmedUnder', 'axis4'],
    ['services', 'programmedUnder', 'axis3'],
    ['platform', 'programmedUnder', 'axis1'],
    ['erdf', 'finances', 'premises', { cents: 111233200 }],
    ['esf', 'finances', 'services', { cents: 56250000 }],
    ['erdf', 'finances', 'platform', { cents: 135468750 }],
  ],
}
