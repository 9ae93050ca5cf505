import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ReplayJob } from '../../../server/history/replay.ts'
import { sameThreadHost, threadHost } from '../../../server/history/replay-host.ts'
import { addCard } from '../../../shared/board/commands/add-card.ts'
import { editText } from '../../../shared/board/commands/edit-card.ts'
import type { CardId } from '../../../shared/ids.ts'
import { aStory } from '../../shared/history/a-story.ts'

const THREAD = new URL('../../../dist/server/history-thread.js', import.meta.url)

function jobs(): { first: ReplayJob; then: ReplayJob } {
  const story = aStory()
  story.by('anna', (doc) => addCard(doc, { kind: 'need', at: [0, 0], title: 'Spazi', id: 'need' as CardId }))
  for (let n = 0; n < 50; n++) {
    story.wait(100)
    story.by('bruno', (doc) => editText(doc, 'need' as CardId, 'title', `Spazi ${n}`))
  }
  const job = { key: 'board', open: [], wantState: true, keep: true }
  return {
    first: { ...job, after: 0, from: null, records: story.records.slice(0, 20) },
    then: { ...job, after: 20, from: 'warm', records: story.records.slice(20) },
  }
}

it('[SYNC-94] the thread of the built server tells the same as this one, and goes on where it was', async () => {
  const [thread, here] = [threadHost(THREAD), sameThreadHost()]
  const { first, then } = jobs()
  for (const job of [first, then]) {
    const [told, expected] = [await thread.run(job), await here.run(job)]
    if (told === 'cold' || expected === 'cold') throw new Error('the document was let go')
    expect(told.closed).toEqual(expected.closed)
    expect(told.closed.length).toBeGreaterThan(15)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, told.state ?? new Uint8Array())
    expect(doc.getMap('cards').toJSON()).toMatchObject({
      need: { title: expect.stringMatching(/^Spazi \d+$/) },
    })
  }
  await Promise.all([thread.close(), here.close()])
})

it('[SYNC-94] after a pause the document is gone, and said to be; the next question starts another thread', async () => {
  const thread = threadHost(THREAD, 1)
  const { first, then } = jobs()
  await thread.run(first)
  await expect.poll(async () => thread.run(then)).toBe('cold')
  expect(await thread.run(first)).toMatchObject({ state: expect.any(Uint8Array) })
  await thread.close()
})

it('a thread that cannot start is an error for who asked, not the end of the server', async () => {
  const thread = threadHost(new URL(`file://${fileURLToPath(THREAD)}.none`))
  await expect(thread.run(jobs().first)).rejects.toThrow()
  await thread.close()
})
