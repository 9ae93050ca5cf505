/** A file in a tar archive. */
export interface TarEntry {
  readonly path: string
  readonly bytes: number
}

export const BLOCK = 512

/** How many zeros follow so many bytes. */
export const paddingOf = (bytes: number): number => (BLOCK - (bytes % BLOCK)) % BLOCK

/** The header of a plain file (POSIX ustar), with nothing in it that differs from one machine to the next. */
export function encodeHeader({ path, bytes }: TarEntry): Buffer {
  const cut = path.lastIndexOf('/')
  const [folder, name] = cut < 0 ? ['', path] : [path.slice(0, cut), path.slice(cut + 1)]
  if (name.length > 100 || folder.length > 155 || bytes >= 8 ** 11)
    throw new RangeError(`${path}: a tar archive takes no file like this`)
  const header = Buffer.alloc(BLOCK)
  const put = (text: string, at: number): void => void header.write(text, at, 'latin1')
  put(name, 0)
  put('0000600\0', 100)
  put('0000000\0', 108)
  put('0000000\0', 116)
  put(`${bytes.toString(8).padStart(11, '0')}\0`, 124)
  put('00000000000\0', 136)
  put('        ', 148)
  put('0', 156)
  put('ustar\x0000', 257)
  put(folder, 345)
  const sum = header.reduce((total, byte) => total + byte, 0)
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** What a header says; null if any of it is not what `encodeHeader` writes. */
export function decodeHeader(header: Buffer): TarEntry | null {
  const text = (from: number, length: number): string =>
    header
      .subarray(from, from + length)
      .toString('latin1')
      .replace(/\0[\s\S]*$/, '')
  const [name, folder, size] = [text(0, 100), text(345, 155), text(124, 12)]
  if (name === '' || !/^[0-7]{11}$/.test(size)) return null
  const entry = { path: folder === '' ? name : `${folder}/${name}`, bytes: Number.parseInt(size, 8) }
  return encodeHeader(entry).equals(header) ? entry : null
}
