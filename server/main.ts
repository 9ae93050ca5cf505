import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import { ConfigError, startServer, type Running } from './start.ts'

const EX_CONFIG = 78

/** What `npm start` runs: starts, says where, and stops at a signal. A second signal stops at once: nothing is lost by it. */
async function main(): Promise<void> {
  const running = await startServer(process.env).catch(explain)
  tellWhere(running)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1)
      stopping = true
      running.close().then(
        () => process.exit(0),
        (error: unknown) => explain(error),
      )
    })
}

function explain(error: unknown): never {
  const isConfig = error instanceof ConfigError
  const lines = isConfig ? error.problems : [sentenceOf(error)]
  process.stderr.write(
    `Tavolo non può partire / cannot start:\n${lines.map((line) => `  ${line}\n`).join('')}`,
  )
  process.exit(isConfig ? EX_CONFIG : 1)
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? error.code : ''
  const port = process.env['PORT'] || '3000'
  if (code === 'EADDRINUSE')
    return `La porta ${port} è già usata: chiudi l’altro programma o scegli PORT. / Port ${port} is taken.`
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen')
    return `La porta ${port} richiede più permessi: scegli PORT oltre 1024. / Port ${port} needs more rights.`
  return error.message
}

/** The operator's link is a secret: it is shown to a person at a terminal, and never to a file that keeps the output. */
function tellWhere({ url, port, operatorUrl, isOnNetwork }: Running): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  say(`Tavolo è pronto / is ready: ${url}`)
  for (const address of isOnNetwork ? lanAddresses() : [])
    say(`  in questa rete / on this network: http://${address}:${port}`)
  if (process.stdout.isTTY) say(`  per aprire tavoli / to open boards: ${operatorUrl}`)
  else if (!process.env['TAVOLO_OPERATOR_KEY'])
    say(`  la chiave di chi gestisce è in / the operator's key is in: ${keyFile()}`)
}

const keyFile = (): string => join(process.env['TAVOLO_DATA'] || './data', 'operator.key')

const lanAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).flatMap(({ family, internal, address }) =>
      family === 'IPv4' && !internal ? address : [],
    ),
  )

await main()
