/** What `npm start` and `npm run graph` may be told. What is wrong with it is one sentence. */

import { isAbsolute, join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ROOT } from './places.ts'

export interface LaptopOptions {
  readonly port: number
  readonly fresh: boolean
  /** Absolute. */
  readonly data: string
  readonly open: boolean
}

/** A sentence for the person who typed the command; nothing is wrong with the program. */
export class LaptopRefusal extends Error {}

/**
 * @param lastPort how many ports after the first one are needed as well
 * @throws LaptopRefusal
 */
export function readOptions(
  args: readonly string[],
  defaults: { readonly data: string; readonly port: number; readonly lastPort: number },
): LaptopOptions {
  const values = parse(args)
  const port = values.port === undefined ? defaults.port : Number(values.port)
  const highest = 65_535 - defaults.lastPort
  if (!Number.isInteger(port) || port < 1 || port > highest) {
    throw new LaptopRefusal(`--port is a number from 1 to ${highest}; "${values.port}" is not.`)
  }
  const data = values.data ?? defaults.data
  if (data.trim() === '') throw new LaptopRefusal('--data is a folder.')
  // npm runs scripts in the project's folder; INIT_CWD is where the person stands.
  const from = values.data === undefined ? ROOT : (process.env['INIT_CWD'] ?? process.cwd())
  return { port, fresh: values.fresh, data: isAbsolute(data) ? data : join(from, data), open: !values['no-open'] }
}

function parse(args: readonly string[]): { port?: string; data?: string; fresh: boolean; 'no-open': boolean } {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error)
    throw new LaptopRefusal(`${reason}. What may be said: --port N, --fresh, --data DIR, --no-open.`)
  }
}
