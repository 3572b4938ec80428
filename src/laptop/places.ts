/** Where things are on this laptop. */

import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What is built and may be thrown away. */
export const CACHE = join(ROOT, '.cache')
