/**
 * `TAVOLO_SMALL=1`, for tests that kill the server: a snapshot after a few edits, a segment of the log full after a few
 * more, repairs at once, boards let go in half a second. The code is the same; what it does rarely it does all the time.
 */
export const SMALL = {
  pace: { restMs: 100, evictMs: 500, catchUpMs: 1000, snapshotAfter: { records: 40, bytes: 4096 } },
  limits: { segmentBytes: 16 * 1024 },
} as const
