import { z } from 'zod'
import { parseProxies, type TrustedProxies } from './access/address.ts'
import type { Sentence } from '../shared/plan/finding.ts'

/** What the environment decides, parsed once. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number
  /** Undefined listens on every address. */
  readonly host: string | undefined
  readonly dataFolder: string
  /** Address under which people reach the server, without a slash at the end; undefined means what they typed. */
  readonly publicUrl: string | undefined
  /** Undefined means the one kept in the data folder. */
  readonly operatorKey: string | undefined
  readonly logLevel: LogLevel
  /** Folder of programme packs beside those of the product. */
  readonly packFolder: string | undefined
  /** Whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: TrustedProxies
  /** Set by `npm run dev` alone: pages of another port of this machine may connect. */
  readonly devOrigin: boolean
  /** Set by tests alone: files and pauses so small that seconds hold what otherwise takes days (`small.ts`). */
  readonly small: boolean
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** A setting as the README lists it. */
export interface Setting {
  readonly name: string
  readonly default: string
  readonly description: Sentence
}

/** Every setting a person may give, in the order of the README's table, which is made from this. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'PORT',
    default: '3000',
    description: {
      it: 'Porta su cui il server risponde; 0 ne lascia scegliere una al sistema.',
      en: 'Port the server answers on; 0 lets the system choose one.',
    },
  },
  {
    name: 'HOST',
    default: 'tutti / all',
    description: {
      it: 'Indirizzo su cui ascoltare, per esempio 127.0.0.1 dietro a un reverse proxy.',
      en: 'Address to listen on, for example 127.0.0.1 behind a reverse proxy.',
    },
  },
  {
    name: 'TAVOLO_DATA',
    default: './data',
    description: {
      it: 'Cartella dei dati: tavoli, chiavi, registro. È tutto ciò che serve salvare.',
      en: 'Data folder: boards, keys, log. It is all there is to back up.',
    },
  },
  {
    name: 'TAVOLO_PUBLIC_URL',
    default: '',
    description: {
      it: 'Indirizzo pubblico, per esempio https://tavolo.comune.it, usato nei link e per riconoscere le proprie pagine.',
      en: 'Public address, for example https://tavolo.comune.it, used in links and to recognise our own pages.',
    },
  },
  {
    name: 'TAVOLO_OPERATOR_KEY',
    default: 'data/operator.key',
    description: {
      it: 'Chiave di chi gestisce il server, almeno 16 caratteri; se manca, è creata una volta e tenuta nella cartella dei dati.',
      en: 'Key of the operator, at least 16 characters; if absent, one is made once and kept in the data folder.',
    },
  },
  {
    name: 'TAVOLO_PROGRAMMES',
    default: '',
    description: {
      it: 'Cartella con altri programmi, un file .json ciascuno; uno sbagliato ferma l’avvio e dice riga e motivo (docs/programmes.md).',
      en: 'Folder of further programmes, a .json file each; a wrong one stops the start and says line and reason (docs/programmes.md).',
    },
  },
  {
    name: 'TAVOLO_TRUSTED_PROXIES',
    default: '',
    description: {
      it: 'Indirizzi e reti dei reverse proxy di cui credere X-Forwarded-For, per esempio 127.0.0.1,10.0.0.0/8; serve solo a contare i tentativi per indirizzo.',
      en: 'Addresses and networks of the reverse proxies whose X-Forwarded-For is believed, for example 127.0.0.1,10.0.0.0/8; used only to count attempts by address.',
    },
  },
  {
    name: 'TAVOLO_LOG_LEVEL',
    default: 'info',
    description: {
      it: `Quanto raccontare nel registro: ${LOG_LEVELS.join(', ')}.`,
      en: `How much to log: ${LOG_LEVELS.join(', ')}.`,
    },
  },
]

const INTERNAL = ['TAVOLO_DEV_ORIGIN', 'TAVOLO_SMALL']

const shape = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65535, 'a whole number from 0 to 65535')
    .default(3000),
  HOST: z.string().optional(),
  TAVOLO_DATA: z.string().default('./data'),
  TAVOLO_PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'an address like https://tavolo.comune.it, without a path')
    .transform((url) => new URL(url).origin)
    .optional(),
  TAVOLO_OPERATOR_KEY: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,200}$/, 'at least 16 letters, digits, - or _')
    .optional(),
  TAVOLO_PROGRAMMES: z.string().optional(),
  TAVOLO_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform((text, context) => {
      const list = parseProxies(text)
      if (list) return list
      context.addIssue({ code: 'custom', message: 'addresses or networks like 127.0.0.1,10.0.0.0/8' })
      return z.NEVER
    }),
  TAVOLO_LOG_LEVEL: z.enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`).default('info'),
  TAVOLO_DEV_ORIGIN: z.enum(['0', '1'], '0 or 1').default('0'),
  TAVOLO_SMALL: z.enum(['0', '1'], '0 or 1').default('0'),
})

export type Environment = Readonly<Record<string, string | undefined>>

export type ConfigReading =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  /** Every problem at once, each a sentence that names the setting, what it is and what is expected. */
  | { readonly ok: false; readonly problems: readonly string[] }

/** Reads the settings from an environment. An empty value counts as absent, as in `HOST= npm start`. */
export function readConfig(env: Environment): ConfigReading {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = shape.safeParse(given)
  if (!parsed.success)
    return {
      ok: false,
      problems: parsed.error.issues.map(({ path, message }) => {
        const name = String(path[0])
        // A key is never printed, not even a wrong one.
        const value = name === 'TAVOLO_OPERATOR_KEY' ? '' : ` is ${JSON.stringify(given[name])} and`
        return `${name}${value} must be ${message}.`
      }),
    }
  const { data } = parsed
  return {
    ok: true,
    config: {
      port: data.PORT,
      host: data.HOST,
      dataFolder: data.TAVOLO_DATA,
      publicUrl: data.TAVOLO_PUBLIC_URL,
      operatorKey: data.TAVOLO_OPERATOR_KEY,
      packFolder: data.TAVOLO_PROGRAMMES,
      trustedProxies: data.TAVOLO_TRUSTED_PROXIES,
      logLevel: data.TAVOLO_LOG_LEVEL,
      devOrigin: data.TAVOLO_DEV_ORIGIN === '1',
      small: data.TAVOLO_SMALL === '1',
    },
    warnings: Object.keys(given).flatMap(warningFor),
  }
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === ''
}

function warningFor(name: string): string[] {
  const known = [...SETTINGS.map((setting) => setting.name), ...INTERNAL]
  if (!name.startsWith('TAVOLO_') || known.includes(name)) return []
  const near = known
    .map((one) => ({ one, away: distance(name, one) }))
    .filter(({ away }) => away <= 4)
    .sort((a, b) => a.away - b.away)[0]
  return [`${name} is not a setting of Tavolo${near ? `: did you mean ${near.one}?` : '.'}`]
}

/** Letters to put in, take out or change to come from one word to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] ?? 0
}
