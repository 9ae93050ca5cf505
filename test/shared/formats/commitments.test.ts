import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formatById, FORMATS } from '../../../shared/formats/index.ts'
import { aDoc } from '../../builders/a-doc.ts'
import { inputOf } from './export-input.ts'

/** Everything that a file says, whatever it is wrapped in. */
function textOf(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? Object.values(unzipSync(bytes)).map(textOf).join('\n') : strFromU8(bytes)
}

/** One partner that brings two things to one action; of the second nobody has said anything about its state. */
const aTable = (first: 'proposed' | 'confirmed') =>
  aDoc({
    cards: {
      frame: { kind: 'intervention', title: 'Cortili', at: [0, 0], size: [400, 300] },
      action: { kind: 'action', title: 'Orti condivisi', at: [0, 0], intervention: 'frame' },
      coop: { kind: 'partner', title: 'Cooperativa', at: [0, 200], partnerType: 'cooperative' },
    },
    links: [
      ['coop', 'commits', 'action', { role: 'partner', commitment: 'space', value: 'Sala', state: first }],
      ['coop', 'commits', 'action', { role: 'partner', commitment: 'hours', value: '40 ore' }],
    ],
  }).doc

/** The state as tables and data say it; a finding may say in a sentence that something is not confirmed. */
const SAYS = /\bConfermato\b|"state":\s*"confirmed"/g

/** Those that carry what partners bring. */
const STATED = ['dossier.docx', 'dossier.odt', 'workbook.xlsx', 'workbook.ods', 'plan.json', 'board.json']

describe.each(FORMATS)('commitments in $id', ({ id, write }) => {
  it('[M11] are never said to be confirmed before their delegate confirmed them', async () => {
    const before = textOf(await write(inputOf(aTable('proposed'))))
    expect(before.match(SAYS) ?? []).toEqual([])
  })

  it('[M11] are told one by one: what is confirmed makes nothing beside it confirmed', async () => {
    const text = textOf(await write(inputOf(aTable('confirmed'))))
    const times = (text.match(SAYS) ?? []).length
    const named = (text.match(/\bSala\b/g) ?? []).length
    expect(times).toBeLessThanOrEqual(named)
    if (STATED.includes(id)) expect(times).toBeGreaterThan(0)
  })
})

it('[M11] of an action outside every intervention stand in the dossier too', async () => {
  const { doc } = aDoc({
    cards: {
      action: { kind: 'action', title: 'Orti condivisi', at: [0, 0] },
      coop: { kind: 'partner', title: 'Cooperativa', at: [0, 200], partnerType: 'cooperative' },
    },
    links: [['coop', 'commits', 'action', { role: 'partner', commitment: 'space', value: 'Sala grande' }]],
  })
  for (const id of ['dossier.docx', 'dossier.odt'])
    expect(textOf(await (formatById(id)?.write(inputOf(doc)) ?? new Uint8Array()))).toContain('Sala grande')
})
