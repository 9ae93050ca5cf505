/**
 * Loaded before a server (`node --expose-gc --import …`), so that it can be asked from outside to collect its garbage: the
 * server itself knows nothing of it.
 */
process.on('SIGUSR2', () => void globalThis.gc?.())
