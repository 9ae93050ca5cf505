import type { ModelBoard } from '../model-board.ts'

const PLACE = ['Via de Blasiis']
const HOMELESS = ['Persone senza dimora']
const PURPOSE = 'Scopo dei lavori e dei servizi, nelle slide'

/**
 * Slide «Recupero Centro di Prima Accoglienza». The guided autonomy is probably operation NA 3.2.2.c of the Agenzia
 * Sociale per la Casa (same axis, same amount, adults); the slides do not say so.
 */
export const centroPrimaAccoglienza: ModelBoard = {
  needs: [
    {
      name: 'daily',
      title: 'Curare l’igiene personale, socializzare, cenare e dormire',
      fields: { source: PURPOSE, targetGroups: HOMELESS, places: PLACE },
    },
    {
      name: 'team',
      title: 'Rafforzare l’accoglienza dei senza fissa dimora',
      fields: { source: PURPOSE, targetGroups: HOMELESS, places: PLACE },
    },
    {
      name: 'work',
      title: 'Graduale reinserimento attraverso l’impiego presso la Lavanderia industriale',
      fields: { source: PURPOSE, targetGroups: HOMELESS, places: PLACE },
    },
  ],
  intervention: {
    name: 'frame',
    title: 'Recupero Centro di Prima Accoglienza, via de Blasiis',
    body: 'I lavori finanziati dall’Asse 4 (FESR) sono funzionali alla riqualificazione del Centro di Prima Accoglienza in via de Blasiis, da destinare alle persone senza dimora. Il finanziamento dell’Asse 3 (FSE) è destinato a rafforzare l’accoglienza dei senza fissa dimora.',
    columns: 1,
    actions: [
      {
        name: 'dormitory',
        title: 'Riqualificazione secondo piano da destinare a dormitorio pubblico',
        fields: {
          nature: 'material',
          costCents: 120000000,
          places: PLACE,
          targetGroups: HOMELESS,
          inferred: ['nature', 'costCents'],
        },
      },
      {
        name: 'laundry',
        title: 'Ristrutturazione piano terra da adibire a lavanderia industriale',
        fields: {
          nature: 'material',
          costCents: 33000000,
          places: PLACE,
          targetGroups: HOMELESS,
          inferred: ['nature', 'costCents'],
        },
      },
      {
        name: 'autonomy',
        title: 'Percorsi di Autonomia Guidata per adulti senza fissa dimora',
        body: 'Equipe operativa specializzata, con competenze nel campo educativo, in grado di coadiuvare il personale attualmente in servizio. L’obiettivo è quello di adeguare la struttura per 110 utenti giornalieri.',
        fields: {
          nature: 'immaterial',
          costCents: 95000000,
          needsPlace: true,
          places: PLACE,
          targetGroups: HOMELESS,
          indicators: [
            { type: 'output', label: 'Utenti giornalieri', unit: 'utenti al giorno', target: 110 },
          ],
          sameOperationAs: 'NA 3.2.2.c',
          inferred: ['nature', 'costCents', 'needsPlace', 'sameOperationAs'],
        },
      },
    ],
  },
  contexts: [],
  axes: [
    { name: 'axis4', title: 'Asse 4 · Infrastrutture per l’inclusione sociale', fields: { axis: '4' } },
    { name: 'axis3', title: 'Asse 3 · Servizi per l’inclusione sociale', fields: { axis: '3' } },
  ],
  funds: [
    { name: 'erdf', title: 'FESR', fields: { fund: 'ERDF' } },
    { name: 'esf', title: 'FSE', fields: { fund: 'ESF' } },
  ],
  links: [
    ['dormitory', 'answers', 'daily'],
    ['autonomy', 'answers', 'team'],
    ['laundry', 'answers', 'work'],
    ['dormitory', 'enables', 'autonomy'],
    ['laundry', 'enables', 'autonomy'],
    ['dormitory', 'programmedUnder', 'axis4'],
    ['laundry', 'programmedUnder', 'axis4'],
    ['autonomy', 'programmedUnder', 'axis3'],
    ['erdf', 'finances', 'dormitory', { cents: 120000000 }],
    ['erdf', 'finances', 'laundry', { cents: 33000000 }],
    ['esf', 'finances', 'autonomy', { cents: 95000000 }],
  ],
}
