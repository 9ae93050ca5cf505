// Follows the hash chain of every board in a stopped data folder or a backup of Tavolo, with nothing but Node (20 or newer):
//
//     node verify-chain.mjs <data folder> [--heads]
//
// It shares no code with the server. The format is docs/sync.md, "Folder" and SYNC-66. For each board it prints the last
// record and its SHA-256; noted elsewhere (a protocol, a time stamp), that vouches for the whole story until then. --heads prints
// every record's. Exits with 1 when something is not what was written, and says which board and which record.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const say = (line) => process.stdout.write(`${line}\n`)
const [data, option] = process.argv.slice(2)
if (!data || !existsSync(join(data, 'boards', 'log'))) {
  say('node verify-chain.mjs <data folder> [--heads]: no boards/log in that folder.')
  process.exit(2)
}
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const boards = new Map()
const faults = []
const fault = (board, seq, file, offset, what) => faults.push({ board, seq, file, offset, what })

const segments = ['history', 'log'].flatMap((folder) => {
  const path = join(data, 'boards', folder)
  const names = existsSync(path) ? readdirSync(path).filter((name) => /^\d{10}\.log$/.test(name)) : []
  return names.sort().map((name) => ({ path: join(path, name), bytes: readFileSync(join(path, name)) }))
})
segments.forEach(({ path, bytes }, nth) => {
  // 'TAVOLOG1' | number u64 | previousLength u64 | ownLength u64 | salt u32 | crc32 u32
  const own = Number(bytes.readBigUInt64LE(24))
  const next = segments[nth + 1]
  const end = own || (next ? Number(next.bytes.readBigUInt64LE(16)) : bytes.length)
  const [number, after] = [bytes, next?.bytes].map((some) => some && Number(some.readBigUInt64LE(8)))
  if (after !== undefined && after !== number + 1)
    fault('?', 0, next.path, 0, `file number ${number + 1} is missing`)
  if (end > bytes.length)
    fault('?', 0, path, bytes.length, `the file ends here, but ${end} bytes were written`)
  let at = 40
  while (at + 8 <= Math.min(end, bytes.length)) {
    const stop = at + 8 + bytes.readUInt32LE(at)
    if (stop > Math.min(end, bytes.length) || stop < at + 74) {
      // What a crash cut off at the very end was never confirmed.
      if (next || own || stop < at + 74) fault('?', 0, path, at, 'this is no record')
      break
    }
    record(path, bytes.subarray(at, stop), at)
    at = stop
  }
})

// len u32 | crc32 u32 | ver u8 | kind u8 | lsn u64 | batch u64 | seq u64 | timeMs u48 | board u8+text | actor u8+text |
// prevHash 32 | payload
function record(path, frame, offset) {
  const kind = frame.readUInt8(9)
  const seq = Number(frame.readBigUInt64LE(26))
  const actorAt = 41 + frame.readUInt8(40)
  const hashAt = actorAt + 1 + frame.readUInt8(actorAt)
  const board = frame.toString('utf8', 41, actorAt)
  if (kind === 2) boards.delete(board)
  if (kind !== 1) return
  const known = boards.get(board)
  const prevHash = frame.subarray(hashAt, hashAt + 32)
  const expected = known ? known.hash : seq === 1 ? sha256(`tavolo board ${board}`) : prevHash
  if (known && seq !== known.seq + 1) fault(board, seq, path, offset, `it comes after record ${known.seq}`)
  else if (!prevHash.equals(expected))
    fault(board, seq, path, offset, `it does not carry the hash of what is before it, or that was changed`)
  const hash = sha256(frame.subarray(26, hashAt + 32), sha256(frame.subarray(hashAt + 32)))
  if (option === '--heads') say(`${board} ${seq} ${hash.toString('hex')}`)
  const hashes = known?.hashes ?? new Map()
  boards.set(board, { seq, hash, hashes: hashes.set(seq, hash.toString('hex')), first: known?.first ?? seq })
}

// 'TAVOSNAP' | ver u8 | seq u64 | chainHash 32 | …
const shots = join(data, 'boards', 'snapshots')
for (const name of existsSync(shots) ? readdirSync(shots) : []) {
  const [, board, number] = /^([a-z0-9-]+)\.(\d+)\.snap$/.exec(name) ?? []
  const known = boards.get(board)
  if (!known) continue
  const expected = known.hashes.get(Number(number))
  const hash = readFileSync(join(shots, name)).subarray(17, 49).toString('hex')
  if (expected ? expected !== hash : Number(number) >= known.first)
    fault(board, Number(number), join(shots, name), 0, 'the snapshot and the records do not fit together')
}

for (const [board, { seq, first, hash }] of boards)
  say(`${board}: records ${first} to ${seq}, SHA-256 ${hash.toString('hex')}`)
for (const { board, seq, file, offset, what } of faults)
  say(`NO ${board} record ${seq}: ${what} (${file}, byte ${offset})`)
say(`${boards.size} boards, ${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1
