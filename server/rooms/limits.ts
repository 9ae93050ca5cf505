/** The largest frame a socket may send. */
export const FRAME_BYTES = 1024 * 1024

/** How long a room stays in memory after the last person left. */
export const EVICT_MS = 60_000

/** How long nobody must write before the server repairs what concurrent edits left behind. */
export const REST_MS = 3000

/** How often a socket is sent data: the stock client closes itself after 30 s without. */
export const BEAT_MS = 15_000

/** How long nobody must need the document of a board before only its bytes are kept; longer for a large one. */
export const FOLD_MS = 60_000

/**
 * So many bytes of boards may have their documents in memory, where they take about thirty times as much; beyond that, a
 * document that nobody has needed for `UNUSED_MS` makes room for others.
 */
export const LIVE_BYTES = 4 * 1024 * 1024
export const UNUSED_MS = 3000
export const TIDY_MS = 1000
