import type { Files } from './files.ts'

/** The bytes of a file from one offset to another, or fewer where it ends before. */
export async function readSpan(files: Files, path: string, from: number, to: number): Promise<Buffer> {
  const file = await files.open(path, 'read')
  try {
    const bytes = Buffer.alloc(to - from)
    return bytes.subarray(0, await file.read(bytes, from))
  } finally {
    await file.close()
  }
}
