/**
 * The service's process: reads its configuration from the environment, starts, and ends when it is asked to. Log lines
 * go to standard output, what keeps it from starting to standard error.
 */

import { readFileSync } from 'node:fs'
import process, { env, exit, stderr, stdout } from 'node:process'
import { readConfiguration } from './configuration.ts'
import { createService } from './server.ts'

const configuration = readConfiguration(env, (path) => readFileSync(path, 'utf8'))
if (!configuration.ok) {
  const lines = configuration.error.map(({ name, code, wanted }) => `  ${name} is ${code}: ${wanted}\n`)
  stderr.write(`The service can't start:\n${lines.join('')}`)
  exit(1)
}
const { host, port } = configuration.value
const service = await createService({
  configuration: configuration.value,
  write: (line) => stdout.write(`${line}\n`),
}).catch((fault: unknown) => {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown'
  stderr.write(`The service can't listen on ${host}:${port} (${code}).\n`)
  exit(1)
})

let ending = false
function end(): void {
  if (ending) return
  ending = true
  service.close().then(
    () => exit(0),
    () => exit(1),
  )
}
process.on('SIGTERM', end)
process.on('SIGINT', end)
