/** What a person asked for on the command line. */
export interface Arguments {
  /** Names of workloads; empty for all. */
  readonly workloads: readonly string[]
  readonly withPeers: boolean
  readonly isQuick: boolean
  readonly repeat: number
  /** Sizes of S1. */
  readonly people: readonly number[]
  /** Document that gets the tables, each in the place of the one before. */
  readonly out: string | null
  /** Folder that gets a CPU profile of each of our servers. */
  readonly profile: string | null
}

const MAX_REPEAT = 20
const MAX_PEOPLE = 500

/** Reads the arguments, or says in a sentence what is wrong with them. */
export function readArguments(words: readonly string[], known: readonly string[]): Arguments | string {
  const left = [...words]
  const found = { workloads: [] as string[], withPeers: false, isQuick: false, repeat: 0 }
  let [people, out, profile]: [number[], string | null, string | null] = [[10, 60, 200], null, null]
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--peers') found.withPeers = true
    else if (word === '--quick') found.isQuick = true
    else if (word === '--repeat') {
      found.repeat = Number(left.shift())
      if (!isCount(found.repeat, MAX_REPEAT)) return `--repeat wants a whole number from 1 to ${MAX_REPEAT}.`
    } else if (word === '--people') {
      people = (left.shift() ?? '').split(',').map(Number)
      if (!people.every((count) => isCount(count, MAX_PEOPLE)))
        return `--people wants numbers from 1 to ${MAX_PEOPLE}, as in 10,60.`
    } else if (word === '--out' || word === '--profile') {
      const path = left.shift()
      if (!path) return `${word} wants a path.`
      if (word === '--out') out = path
      else profile = path
    } else if (known.includes(word)) found.workloads.push(word)
    else return `There is no ${word}: there are ${known.join(', ')}.`
  }
  return { ...found, repeat: found.repeat || (found.isQuick ? 1 : 3), people, out, profile }
}

const isCount = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= most
