import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boardOf } from '../../../shared/board/board.ts'
import { brokenInvariants } from '../../../shared/board/invariants.ts'
import { cardsOf, linksOf } from '../../../shared/board/schema.ts'
import { fixesFor, repair } from '../../../shared/board/repair.ts'
import { connect, deliver, deliverAll, perform, startTogether, steps } from './replicas.ts'

it('ends with equal boards and every invariant true, whatever five people do and in whatever order they hear of it', () => {
  fc.assert(
    fc.property(steps, fc.array(fc.tuple(fc.nat(4), fc.nat(50)), { maxLength: 120 }), (acts, deliveries) => {
      const replicas = connect(5)
      startTogether(replicas)
      const pace = Math.ceil(deliveries.length / acts.length)
      acts.forEach((act, i) => {
        const replica = replicas[act.who]
        if (replica) perform(replica, act)
        for (const [who, which] of deliveries.slice(i * pace, (i + 1) * pace)) {
          const hearing = replicas[who]
          if (hearing) deliver(hearing, which)
        }
        // Every reading is sound, also half-way.
        for (const { doc } of replicas) expect(brokenInvariants(boardOf(doc))).toEqual([])
      })
      deliverAll(replicas)
      // One replica repairs, as the server does; the others only hear of it.
      const [server, ...others] = replicas
      if (!server) return
      repair(server.doc)
      deliverAll(replicas)
      const reading = boardOf(server.doc)
      expect(brokenInvariants(reading)).toEqual([])
      expect(fixesFor(server.doc)).toEqual([])
      const ends = [...linksOf(server.doc).values()].flatMap((link) => [link.get('from'), link.get('to')])
      expect(ends.filter((end) => !cardsOf(server.doc).has(String(end)))).toEqual([])
      for (const { doc } of others) {
        expect(boardOf(doc)).toEqual(reading)
        expect(fixesFor(doc)).toEqual([])
      }
    }),
    { numRuns: Number(process.env['FC_RUNS'] ?? 200) },
  )
}, 120_000)
