import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { ABOUT, BACKUP_FORMAT, END_BYTES, isKept, SUMS, sumsText, type Summed } from './backup-file.ts'
import { BLOCK, decodeHeader, paddingOf, type TarEntry } from './tar.ts'

/** The file is no backup, a damaged one, or one of a newer version. Nothing was changed. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused'
}

export interface BackupFacts {
  readonly createdAt: string
  readonly version: string
  readonly files: number
  /** Of the files in it. */
  readonly bytes: number
}

/** Where the pieces of each file go; without it they are only checked. */
export type Take = (path: string, pieces: AsyncIterable<Buffer>) => Promise<void>

const about = z.object({ backup: z.int().min(1), createdAt: z.iso.datetime(), version: z.string() })
const CHUNK = 256 * 1024
const MAX_SMALL = 64 * 1024 * 1024

/** Reads a backup to its end and checks every byte of it. Throws BackupRefused with the place. */
export async function readBackup(path: string, take?: Take): Promise<BackupFacts> {
  const file = await open(path, 'r')
  try {
    return await new Reader(path, file).read(take)
  } finally {
    await file.close()
  }
}

class Reader {
  #offset = 0

  constructor(
    private readonly path: string,
    private readonly file: FileHandle,
  ) {}

  async read(take: Take | undefined): Promise<BackupFacts> {
    const first = decodeHeader(await this.#bytes(BLOCK))
    if (first?.path !== ABOUT)
      throw new BackupRefused(
        `${this.path} non è un backup di Tavolo, o ne è danneggiato l’inizio. / is no backup of Tavolo, or its beginning is damaged.`,
      )
    const head = await this.#small(first)
    const { createdAt, version } = this.#factsIn(head.content)
    const sums: Summed[] = [{ path: ABOUT, sha256: head.sha256 }]
    let bytes = 0
    for (;;) {
      const at = this.#offset
      const entry = decodeHeader(await this.#bytes(BLOCK))
      if (!entry)
        throw this.#damaged(
          at,
          'la testata di un file non è quella scritta',
          'the header of a file is not what was written',
        )
      if (entry.path === SUMS) {
        const { content } = await this.#small(entry)
        await this.#end(at, content.toString('latin1') === sumsText(sums), content.toString('latin1'), sums)
        return { createdAt, version, files: sums.length, bytes }
      }
      if (!isKept(entry.path))
        throw this.#damaged(
          at,
          `«${entry.path}» non è un file di un backup`,
          `“${entry.path}” is no file of a backup`,
        )
      sums.push({ path: entry.path, sha256: await this.#pass(entry, take) })
      bytes += entry.bytes
    }
  }

  #factsIn(content: Buffer): z.infer<typeof about> {
    const parsed = about.safeParse(parseJson(content))
    if (!parsed.success)
      throw this.#damaged(BLOCK, 'non dice che backup è', 'it does not say which backup it is')
    if (parsed.data.backup > BACKUP_FORMAT)
      throw new BackupRefused(
        `${this.path} è di una versione più nuova di Tavolo (${parsed.data.version}): installa quella. / is of a newer version of Tavolo (${parsed.data.version}): install that one.`,
      )
    return parsed.data
  }

  async #pass({ path, bytes }: TarEntry, take: Take | undefined): Promise<string> {
    const hash = createHash('sha256')
    const pieces = this.#pieces(bytes, (piece) => void hash.update(piece))
    if (take) await take(path, pieces)
    // What nobody took is read all the same.
    for await (const piece of pieces) void piece
    await this.#zeros(paddingOf(bytes))
    return hash.digest('hex')
  }

  async *#pieces(bytes: number, look: (piece: Buffer) => void): AsyncGenerator<Buffer> {
    for (let left = bytes; left > 0;) {
      const piece = await this.#bytes(Math.min(CHUNK, left))
      look(piece)
      left -= piece.length
      yield piece
    }
  }

  async #small({ path, bytes }: TarEntry): Promise<{ content: Buffer; sha256: string }> {
    if (bytes > MAX_SMALL)
      throw this.#damaged(this.#offset, `${path} è troppo grande`, `${path} is too large`)
    const content = await this.#bytes(bytes)
    await this.#zeros(paddingOf(bytes))
    return { content, sha256: createHash('sha256').update(content).digest('hex') }
  }

  async #end(at: number, isSound: boolean, found: string, sums: readonly Summed[]): Promise<void> {
    if (!isSound) {
      const wrong = sums.find(({ path, sha256 }) => !found.includes(`${sha256}  ${path}\n`))
      const which = wrong?.path ?? SUMS
      throw this.#damaged(
        at,
        `il contenuto di ${which} non è quello scritto`,
        `the content of ${which} is not what was written`,
      )
    }
    await this.#zeros(END_BYTES)
    const { size } = await this.file.stat()
    if (size !== this.#offset)
      throw this.#damaged(this.#offset, 'dopo la fine c’è altro', 'there is more after its end')
  }

  async #zeros(count: number): Promise<void> {
    const at = this.#offset
    if ((await this.#bytes(count)).some((byte) => byte !== 0))
      throw this.#damaged(at, 'dove non c’è nulla c’è qualcosa', 'there is something where nothing is')
  }

  async #bytes(count: number): Promise<Buffer> {
    const into = Buffer.alloc(count)
    for (let done = 0; done < count;) {
      const { bytesRead } = await this.file.read(into, done, count - done, this.#offset)
      if (bytesRead === 0)
        throw this.#damaged(this.#offset, 'il file finisce prima del previsto', 'the file ends too early')
      done += bytesRead
      this.#offset += bytesRead
    }
    return into
  }

  #damaged(offset: number, it: string, en: string): BackupRefused {
    return new BackupRefused(
      `${this.path} è danneggiato al byte ${offset}: ${it}. Usa un altro backup. / is damaged at byte ${offset}: ${en}. Use another backup.`,
    )
  }
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString('utf8'))
  } catch {
    // reason: told by the caller, with the place.
    return null
  }
}
