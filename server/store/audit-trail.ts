import { createHash } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { auditEvent, type AuditEvent } from '../access/audit.ts'
import { writeAll, type Files } from './files.ts'
import type { StoreLog } from './store-log.ts'

/**
 * A file of one JSON object a line, each with the SHA-256 of the line before it as `prev` (the first that of its
 * beginning): a line that is changed or left out by hand shows. Only added to; what a crash cut short is cut off.
 */
export class AuditTrail {
  #length = 0
  #head: string
  /** Lines that the disk did not take yet. */
  #pending: string[] = []
  #exists = false

  private constructor(
    private readonly files: Files,
    readonly path: string,
    beginning: string,
  ) {
    this.#head = sha256(beginning)
  }

  /** Reads what is there. A file that is not what was written is put aside as `.damaged`, told, and begun anew. */
  static async open(files: Files, path: string, beginning: string, log: StoreLog) {
    const trail = new AuditTrail(files, path, beginning)
    const names = await files.list(dirname(path))
    trail.#exists = names.includes(basename(path))
    if (!trail.#exists) return { trail, events: [] }
    const bytes = await files.readAll(path)
    const end = bytes.lastIndexOf(0x0a) + 1
    const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1)
    const events: AuditEvent[] = []
    for (const [nth, line] of lines.entries()) {
      const event = readLine(line, trail.#head)
      if (event === null) {
        log.warn(
          { event: 'audit.damaged', file: path, line: nth + 1 },
          `${path} is not what was written at line ${nth + 1}; it is kept as .damaged`,
        )
        await files.rename(path, `${path}.damaged`)
        return { trail: new AuditTrail(files, path, beginning), events: [] }
      }
      events.push(event)
      trail.#head = sha256(line)
    }
    trail.#length = end
    return { trail, events }
  }

  get isFlushed(): boolean {
    return this.#pending.length === 0
  }

  /** Adds a line; durable when it resolves. If it rejects the line goes with the next one. */
  async add(event: AuditEvent): Promise<void> {
    const line = JSON.stringify({ ...event, prev: this.#head })
    this.#head = sha256(line)
    this.#pending.push(line)
    await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#pending.length === 0) return
    const bytes = Buffer.from(this.#pending.map((line) => `${line}\n`).join(''), 'utf8')
    const file = await this.files.open(this.path, this.#exists ? 'change' : 'replace')
    try {
      await file.truncate(this.#length)
      await writeAll(file, bytes, this.#length)
      await file.sync()
    } finally {
      await file.close()
    }
    if (!this.#exists) await this.files.syncFolder(dirname(this.path))
    this.#exists = true
    this.#length += bytes.length
    this.#pending = []
  }
}

function readLine(line: string, head: string): AuditEvent | null {
  try {
    const { prev, ...event } = JSON.parse(line) as Record<string, unknown>
    return prev === head ? auditEvent.parse(event) : null
  } catch {
    // reason: told by the caller, with the line.
    return null
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
