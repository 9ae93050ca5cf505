import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../server/metrics.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PAGE = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8')

/** A part of the page, by its heading. */
const under = (heading: string): string => PAGE.split(/^## /m).find((part) => part.startsWith(heading)) ?? ''

const found = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, one = '']) => one))].sort()

describe('[SYNC-44] the page on running a server', () => {
  it('lists the figures that there are, each with its labels, and no others', () => {
    const { registry, watch } = createMetrics()
    const stop = watch({
      connections: () => ({ facilitator: 0, editor: 0, contributor: 0, viewer: 0 }),
      slowClients: () => 0,
      boards: () => 0,
      isDegraded: () => false,
      uncommittedBytes: () => 0,
      logSegments: () => 0,
      cutBytes: () => 0,
      diskFree: () => null,
    })
    stop()
    const there = registry
      .getMetricsAsArray()
      .map((metric) => {
        const labels = (metric as { labelNames?: readonly string[] }).labelNames ?? []
        return metric.name + (labels.length > 0 ? `{${labels.join(',')}}` : '')
      })
      .filter((name) => !/^tavolo_(nodejs|process)_/.test(name))
    expect(found(under('Figures'), /`(tavolo_[a-z_]+(?:\{[a-z,]+\})?)`/g)).toEqual(there.sort())
  })

  it('lists the events that the log knows, and no others', () => {
    const code = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(ROOT, 'server', name), 'utf8'))
      .join('\n')
    const said = found(code, /\bevent: '([a-zA-Z.]+)'/g)
    const told = under('Logs')
      .split('\n')
      .flatMap((line) => {
        const [, names = ''] = /^\| (`[^|]+`) +\|/.exec(line) ?? []
        const full = found(names, /`([a-zA-Z]+(?:\.[a-zA-Z]+)?)`/g)
        const [subject = ''] = (full[0] ?? '').split('.')
        return [...full, ...found(names, /`\.([a-zA-Z]+)`/g).map((verb) => `${subject}.${verb}`)]
      })
    // The disk says its state.
    expect(told.sort()).toEqual([...said, 'disk.full', 'disk.low'].sort())
  })
})
