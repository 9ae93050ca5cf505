import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

/**
 * The rules of publiccode.yml 0.7 (https://yml.publiccode.tools) that a catalogue refuses a file for: mandatory keys,
 * lengths, closed lists, and keys that the standard has deprecated.
 */
const oneLine = (longest: number) => z.string().min(1).max(longest).regex(/^.*$/, 'is one line')
const filled = z.array(z.string().min(1)).min(1)

const Description = z.strictObject({
  shortDescription: oneLine(150),
  longDescription: z.string().min(150).max(10_000).optional(),
  features: filled.optional(),
  documentation: z.url().optional(),
  screenshots: filled.optional(),
})

const Contact = z.strictObject({
  name: z.string().min(1),
  email: z.email().optional(),
  phone: z.string().optional(),
  affiliation: z.string().optional(),
})

const Dependency = z.strictObject({
  name: z.string(),
  version: z.string().optional(),
  versionMin: z.string().optional(),
  versionMax: z.string().optional(),
  optional: z.boolean().optional(),
})

const PublicCode = z
  .strictObject({
    publiccodeYmlVersion: z.enum(['0', '0.7', '0.7.0']),
    name: oneLine(100),
    url: z.url(),
    landingURL: z.url().optional(),
    softwareVersion: z.string().optional(),
    releaseDate: z.iso.date().optional(),
    platforms: filled,
    categories: filled.optional(),
    developmentStatus: z.enum(['concept', 'development', 'beta', 'stable', 'obsolete']),
    softwareType: z.enum([
      'standalone/mobile',
      'standalone/iot',
      'standalone/desktop',
      'standalone/web',
      'standalone/backend',
      'standalone/other',
      'addon',
      'library',
      'configurationFiles',
    ]),
    intendedAudience: z.strictObject({ scope: filled.optional(), countries: filled.optional() }).optional(),
    organisation: z.strictObject({ uri: z.string().min(1), name: z.string().optional() }).optional(),
    description: z.record(z.string().regex(/^[a-z]{2}(-[A-Za-z]+)*$/), Description),
    legal: z.strictObject({ license: z.string().min(1), mainCopyrightOwner: z.string().optional() }),
    maintenance: z.strictObject({
      type: z.enum(['internal', 'contract', 'community', 'none']),
      contacts: z.array(Contact).min(1).optional(),
      contractors: z
        .array(z.object({ name: z.string(), until: z.iso.date() }))
        .min(1)
        .optional(),
    }),
    localisation: z.strictObject({ localisationReady: z.boolean(), availableLanguages: filled }),
    supports: z.array(z.object({ id: supportedId() })).optional(),
    dependsOn: z
      .strictObject({
        open: z.array(Dependency).optional(),
        proprietary: z.array(Dependency).optional(),
        hardware: z.array(Dependency).optional(),
      })
      .optional(),
  })
  .refine(
    ({ description }) => Object.values(description).some((text) => text.longDescription && text.features),
    'at least one language has a long description and features',
  )
  .refine(
    ({ maintenance: { type, contacts } }) =>
      !['internal', 'community'].includes(type) || contacts !== undefined,
    'internal and community maintenance name a contact',
  )
  .refine(
    ({ maintenance: { type, contractors } }) => (type === 'contract') === (contractors !== undefined),
    'contractors are named if and only if maintenance is by contract',
  )

function supportedId() {
  const aliases = ['gdpr', 'eidas', 'nis2', 'cra', 'spid', 'cie', 'anpr', 'pagopa', 'io']
  return z.string().refine((id) => {
    const [scheme, name = ''] = id.split(':', 2)
    return scheme === 'alias' ? aliases.includes(name) : URL.canParse(id)
  }, 'is a URI or a known alias')
}

const text = (path: string) => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')
const file: unknown = parse(text('publiccode.yml'))

it('publiccode.yml keeps the standard 0.7', () => {
  expect(PublicCode.safeParse(file).error?.issues ?? []).toEqual([])
})

it('publiccode.yml says what package.json says', () => {
  const { name, softwareVersion, legal, localisation } = PublicCode.parse(file)
  const pack = JSON.parse(text('package.json')) as { name: string; version: string; license: string }
  expect([name.toLowerCase(), softwareVersion, legal.license]).toEqual([
    pack.name,
    pack.version,
    pack.license,
  ])
  const { locales } = JSON.parse(text('client/project.inlang/settings.json')) as { locales: string[] }
  expect(localisation.availableLanguages).toEqual(locales)
})

it('the check sees what catalogues refuse', () => {
  const passes = (change: object) => PublicCode.safeParse({ ...(file as object), ...change }).success
  expect(passes({})).toBe(true)
  expect(passes({ url: undefined })).toBe(false)
  expect(passes({ IT: { conforme: {} } })).toBe(false)
  expect(passes({ maintenance: { type: 'community' } })).toBe(false)
  expect(passes({ maintenance: { type: 'contract', contacts: [{ name: 'Anna' }] } })).toBe(false)
  expect(passes({ description: { it: { shortDescription: 'x'.repeat(151) } } })).toBe(false)
  expect(passes({ supports: [{ id: 'alias:posta' }] })).toBe(false)
})
