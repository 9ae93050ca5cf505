import { beforeAll, describe, expect, it } from 'vitest'
import { leavesCopyBehind, saveWords, wouldLose } from '../../../client/components/shell/save-words.ts'
import { overwriteGetLocale } from '../../../client/paraglide/runtime.js'
import type { SaveState } from '../../../client/sync/save-state.ts'
import { CLOSE } from '../../../shared/protocol/close-codes.ts'

beforeAll(() => overwriteGetLocale(() => 'it'))

const refused = (code: number, pending: boolean): SaveState => ({
  kind: 'refused',
  code,
  why: null,
  pending,
})
const offline = (pending: boolean): SaveState => ({ kind: 'offline', pending })

describe('what the bar says about saving', () => {
  it('says «Salvato» only of what the server has on disk', () => {
    const states: SaveState[] = [
      { kind: 'saving' },
      { kind: 'connecting' },
      offline(false),
      offline(true),
      { kind: 'storage' },
      { kind: 'refused', code: 4400, why: 'wrongRecord', pending: true },
    ]
    for (const state of states)
      for (const copy of ['loading', 'kept', 'notKept'] as const)
        expect(saveWords(state, copy, true).short).not.toBe('Salvato')
    expect(saveWords({ kind: 'saved' }, 'notKept', true).short).toBe('Salvato')
  })

  it('says where the edits are without network', () => {
    expect(saveWords(offline(true), 'kept', true).sentence).toContain('restano su questo dispositivo')
    expect(saveWords(offline(true), 'notKept', true).sentence).toContain(
      'solo in questa scheda aperta: non chiuderla',
    )
    expect(saveWords(offline(true), 'loading', true).sentence).toContain('solo in questa scheda aperta')
  })

  it('does not speak of changes to who only reads', () => {
    expect(saveWords(offline(false), 'kept', false).sentence).not.toContain('modifiche')
  })

  it('says «Non salvato» after a refusal only when something is', () => {
    expect(saveWords(refused(CLOSE.forbidden, true), 'kept', true)).toMatchObject({ short: 'Non salvato' })
    expect(saveWords(refused(CLOSE.forbidden, true), 'kept', true).sentence).toContain('scaricane una copia')
    expect(saveWords(refused(CLOSE.forbidden, false), 'kept', true)).toMatchObject({
      short: 'Scollegato',
    })
    expect(saveWords(refused(CLOSE.forbidden, false), 'kept', true).sentence).not.toContain('copia')
  })

  it('has a sentence of its own for each final refusal', () => {
    const codes = [
      0,
      1009,
      CLOSE.loginNeeded,
      CLOSE.forbidden,
      CLOSE.gone,
      CLOSE.clientIdTaken,
      CLOSE.generationChanged,
    ]
    const sentences = codes.map((code) => saveWords(refused(code, true), 'kept', true).sentence)
    expect(new Set(sentences).size).toBe(codes.length)
  })

  it('[SYNC-14] says of a full table what can still be done there', () => {
    const full: SaveState = {
      kind: 'refused',
      code: CLOSE.tooLarge,
      why: 'boardFull',
      pending: true,
    }
    expect(saveWords(full, 'kept', true).sentence).toContain('Il tavolo è pieno: si può ancora leggere')
  })
})

describe('closing the tab', () => {
  it('is warned of only when something is neither on the server nor in this browser', () => {
    expect(wouldLose(offline(true), 'notKept')).toBe(true)
    expect(wouldLose({ kind: 'saving' }, 'notKept')).toBe(true)
    expect(wouldLose(offline(false), 'notKept')).toBe(false)
    expect(wouldLose({ kind: 'saved' }, 'notKept')).toBe(false)
    expect(wouldLose(refused(0, true), 'notKept')).toBe(true)
    expect(wouldLose(refused(0, false), 'notKept')).toBe(false)
    expect(wouldLose(offline(true), 'kept')).toBe(false)
    expect(wouldLose(offline(true), 'keeping')).toBe(true)
    expect(wouldLose({ kind: 'storage' }, 'kept')).toBe(false)
  })
})

describe('reloading after a refusal', () => {
  it('leaves the local copy behind only where it would be refused again', () => {
    expect(leavesCopyBehind(CLOSE.badFrame)).toBe(true)
    expect(leavesCopyBehind(CLOSE.tooLarge)).toBe(true)
    expect(leavesCopyBehind(CLOSE.generationChanged)).toBe(true)
    expect(leavesCopyBehind(CLOSE.clientIdTaken)).toBe(false)
    expect(leavesCopyBehind(CLOSE.loginNeeded)).toBe(false)
    expect(leavesCopyBehind(CLOSE.clientTooOld)).toBe(false)
  })
})
