/** The slide of Quartieri Connessi (Milano), as people at a table would build it by hand. */
export const QUARTIERI = {
  intervention: 'Quartieri Connessi',
  premises: 'Ristrutturazione locali (portinerie, negozi)',
  services: 'Servizi per creare dialogo tra comunità e coesione sociale',
  platform: 'Piattaforma digitale di accesso alle informazioni',
} as const

export const NEEDS = {
  meeting: 'Manca un posto dove incontrarsi',
  periphery: 'I quartieri periferici sono vuoti la sera',
  phone: 'Manca un posto dove studiare quando fa buio',
} as const

export const AXES = {
  digital: 'Asse 1 · Agenda digitale metropolitana',
  inclusion: 'Asse 3 · Servizi per l’inclusione sociale',
  places: 'Asse 4 · Infrastrutture per l’inclusione sociale',
} as const

export const FUNDS = { fesr: 'FESR · PON Metro 2014-20', fse: 'FSE · PON Metro 2014-20' } as const

/** Amounts of the slide: as different people type them, and as they must be understood. */
export const AMOUNTS = {
  premises: { typed: '1.112.332,00', read: '1.112.332,00\u00a0€' },
  services: { typed: '562,5 mila', read: '562.500,00\u00a0€' },
  platform: { typed: '€ 1354687,5', read: '1.354.687,50\u00a0€' },
  declared: { typed: '3,0295195 mln', read: '3.029.519,50\u00a0€' },
} as const

export const TOTAL = AMOUNTS.declared.read
export const ADDS_UP = 'totale · uguale al dichiarato'
export const TRIPLE = 'Tripla 1·3·4'
