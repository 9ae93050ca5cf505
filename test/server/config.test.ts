import { BlockList } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTINGS } from '../../server/config.ts'

describe('readConfig', () => {
  it('an empty environment gives the defaults', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      warnings: [],
      config: {
        port: 3000,
        host: undefined,
        dataFolder: './data',
        publicUrl: undefined,
        operatorKey: undefined,
        trustedProxies: expect.any(BlockList),
        logLevel: 'info',
        devOrigin: false,
        small: false,
      },
    })
  })

  it('reads every setting, and takes an empty one as absent', () => {
    const reading = readConfig({
      PORT: '8080',
      HOST: '127.0.0.1',
      TAVOLO_DATA: '/var/lib/tavolo',
      TAVOLO_PUBLIC_URL: 'https://tavolo.comune.example/',
      TAVOLO_OPERATOR_KEY: '',
      TAVOLO_LOG_LEVEL: 'debug',
    })
    expect(reading).toMatchObject({
      ok: true,
      config: {
        port: 8080,
        publicUrl: 'https://tavolo.comune.example',
        operatorKey: undefined,
        logLevel: 'debug',
      },
    })
  })

  it('names every problem at once, in words, and never prints a key', () => {
    const reading = readConfig({
      PORT: 'tremila',
      TAVOLO_PUBLIC_URL: 'tavolo.it/base',
      TAVOLO_OPERATOR_KEY: 'corta',
      TAVOLO_LOG_LEVEL: 'loud',
      TAVOLO_TRUSTED_PROXIES: '10.0.0.0/33',
    })
    if (reading.ok) throw new Error('the settings should have been refused')
    expect(reading.problems).toHaveLength(5)
    expect(reading.problems[0]).toBe('PORT is "tremila" and must be a whole number from 0 to 65535.')
    expect(reading.problems.join()).not.toContain('corta')
  })

  it.each(['65536', '-1', '3000.5', '99999'])('refuses port %s', (PORT) => {
    expect(readConfig({ PORT }).ok).toBe(false)
  })

  it('asks whether a mistyped setting was meant to be another', () => {
    expect(readConfig({ TAVOLO_LOGLEVEL: 'info', TAVOLO_SOMETHING_ELSE: '1', OTHER: 'x' })).toMatchObject({
      ok: true,
      warnings: [
        'TAVOLO_LOGLEVEL is not a setting of Tavolo: did you mean TAVOLO_LOG_LEVEL?',
        'TAVOLO_SOMETHING_ELSE is not a setting of Tavolo.',
      ],
    })
  })

  it('tells each setting in Italian and English', () => {
    for (const { name, description } of SETTINGS) {
      expect(name).toMatch(/^[A-Z_]+$/)
      expect(description.it.length).toBeGreaterThan(10)
      expect(description.en.length).toBeGreaterThan(10)
    }
  })
})
