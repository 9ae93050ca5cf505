import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A folder of its own for documents and for the profile of the office suite, gone after use. */
export interface Office {
  readonly folder: string
  /** Writes bytes under a name, converts them and returns the path of the result. Throws what the suite complained of. */
  convert(name: string, bytes: Uint8Array, to: string, inFilter?: string): Promise<string>
  close(): Promise<void>
}

export async function openOffice(): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-office-'))
  return {
    folder,
    convert: async (name, bytes, to, inFilter) => {
      const source = join(folder, name)
      await writeFile(source, bytes)
      const { stdout, stderr } = await run('soffice', [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--norestore',
        ...(inFilter ? [`--infilter=${inFilter}`] : []),
        '--convert-to',
        to,
        '--outdir',
        folder,
        source,
      ])
      const result = join(folder, `${parse(name).name}.${to.split(':')[0]}`)
      await readFile(result).catch(() => {
        throw new Error(`${name} was not converted: ${stdout} ${stderr}`)
      })
      return result
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The text of a PDF as it is laid out. */
export async function textOf(pdf: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
  return stdout
}

export async function pagesOf(pdf: string): Promise<number> {
  const { stdout } = await run('pdfinfo', [pdf])
  return Number(/^Pages:\s+(\d+)$/m.exec(stdout)?.[1] ?? 0)
}
