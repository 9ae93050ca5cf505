import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format } from 'prettier'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from '../../server/config.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HEADS = {
  it: ['variabile', 'se manca', 'che cosa decide'],
  en: ['variable', 'default', 'what it decides'],
}
const BETWEEN = /<!-- settings -->\n+([\s\S]*?)\n+<!-- \/settings -->/

/** The table as it must stand in the README of a language. */
async function tableOf(language: 'it' | 'en'): Promise<string> {
  const rows = SETTINGS.map(({ name, default: value, description }) => [
    `\`${name}\``,
    inLanguage(value, language),
    description[language],
  ])
  const lines = [HEADS[language], ['---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return (await format(lines.join('\n'), { parser: 'markdown' })).trim()
}

/** A default that is a word and no value is given as "tutti / all". */
function inLanguage(value: string, language: 'it' | 'en'): string {
  const [italian, english] = value.split(' / ')
  if (english !== undefined) return (language === 'it' ? italian : english) ?? ''
  return value === '' ? '' : `\`${value}\``
}

describe('the configuration tables', () => {
  it.each([
    ['README.it.md', 'it'],
    ['README.md', 'en'],
  ] as const)(
    'of %s is made from the schema; if this fails, put the expected table there',
    async (file, language) => {
      const table = BETWEEN.exec(readFileSync(ROOT + file, 'utf8'))?.[1]
      expect(table).toBe(await tableOf(language))
    },
  )

  it('gives the defaults that an empty environment has', () => {
    const reading = readConfig({})
    const defaults = Object.fromEntries(SETTINGS.map((setting) => [setting.name, setting.default]))
    expect(reading).toMatchObject({
      ok: true,
      config: {
        port: Number(defaults['PORT']),
        dataFolder: defaults['TAVOLO_DATA'],
        logLevel: defaults['TAVOLO_LOG_LEVEL'],
      },
    })
  })
})
