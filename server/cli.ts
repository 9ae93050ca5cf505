import { parseArgs } from 'node:util'
import { backup } from './commands/backup.ts'
import { exportBoard } from './commands/export.ts'
import { historyOf } from './commands/history.ts'
import { importBoard } from './commands/import.ts'
import { verify } from './commands/verify.ts'
import { restore } from './commands/restore.ts'
import { checkProgrammes } from './commands/programme.ts'
import { Usage, type Options } from './commands/options.ts'

const USAGE = `Tavolo, comandi / commands

  tavolo export <board> <format> [--for excel] [--agreed] [--out file] (--server url --key key | --data folder)
  tavolo import <board> <file> [--partial] --server url --key key
  tavolo history <board> [--out file] (--server url --key key | --data folder)
  tavolo backup [file] [--operator-key] (--server url --key operator’s key | --data folder)
  tavolo verify [file | --data folder]
  tavolo restore <file> [--data folder]
  tavolo programme <file>…

  --data    cartella dei dati, se il server è fermo / data folder, while the server is stopped (./data)
  --server  indirizzo di un server acceso / address of a running server
  --key     chiave del tavolo, o TAVOLO_KEY nell’ambiente / key of the board, or TAVOLO_KEY in the environment
  --agreed  la versione concordata, non il tavolo com’è ora / the version agreed on, not the table as it is now
  --operator-key  anche la chiave di chi gestisce / the operator’s key too

Esce con 0 se è andato bene, 1 se no, 2 se il comando è scritto male.
Exits with 0 when it went well, 1 when not, 2 when the command is not well written.`

const COMMANDS: Readonly<Record<string, (words: readonly string[], options: Options) => Promise<number>>> = {
  export: exportBoard,
  import: importBoard,
  history: historyOf,
  verify,
  backup,
  restore,
  programme: checkProgrammes,
}

process.exitCode = await run(process.argv.slice(2))

async function run(given: string[]): Promise<number> {
  try {
    const { positionals, values } = parseArgs({
      args: withKeyJoined(given),
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        server: { type: 'string' },
        key: { type: 'string' },
        for: { type: 'string' },
        out: { type: 'string' },
        'operator-key': { type: 'boolean' },
        partial: { type: 'boolean' },
        agreed: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const [name, ...words] = positionals
    const command = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name]
    if (values.help) {
      console.log(USAGE)
      return 0
    }
    if (!command)
      throw new Usage(name === undefined ? '' : `Non c’è nessun comando «${name}». / No such command.`)
    return await command(words, values)
  } catch (error) {
    const isUsage = error instanceof Usage || (error instanceof TypeError && 'code' in error)
    console.error(error instanceof Error ? error.message : String(error))
    if (isUsage) console.error(`\n${USAGE}`)
    return isUsage ? 2 : 1
  }
}

/** `--key x` as `--key=x`: one key in sixty-four begins with a dash, and would be taken for an option. */
function withKeyJoined(given: readonly string[]): string[] {
  const at = given.indexOf('--key')
  const key = given[at + 1]
  return at === -1 || key === undefined
    ? [...given]
    : [...given.slice(0, at), `--key=${key}`, ...given.slice(at + 2)]
}
