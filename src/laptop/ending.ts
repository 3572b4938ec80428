/**
 * How a program of the laptop ends: Ctrl-C, SIGTERM, or the end of whoever started it. What was opened is closed in
 * reverse order, once; what takes too long is left behind.
 */

import process from 'node:process'
import { LaptopRefusal } from './options.ts'

const PATIENCE_MILLISECONDS = 8000

export type Closer = () => unknown

/** Runs a program until it is told to end. `open` registers what is to be closed. */
export async function runUntilEnded(open: (closing: (closer: Closer) => void) => Promise<void>): Promise<void> {
  const closers: Closer[] = []
  let ending: Promise<never> | null = null
  const end = (code: number): Promise<never> => (ending ??= closeAll(closers, code))

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
  process.on('disconnect', () => void end(0))
  process.channel?.unref()
  try {
    await open((closer) => closers.push(closer))
  } catch (error) {
    // Told to end while starting: parts of it may well have failed because of that.
    if (ending === null) {
      if (error instanceof LaptopRefusal) console.error(error.message)
      else console.error(error)
    }
    await end(1)
  }
}

async function closeAll(closers: readonly Closer[], code: number): Promise<never> {
  setTimeout(() => process.exit(code), PATIENCE_MILLISECONDS).unref()
  for (const close of closers.toReversed()) {
    try {
      await close()
    } catch (error) {
      console.error(error)
    }
  }
  process.exit(code)
}
