/** Reads a table of paragraphs beside the page, so that no file can stop it; ended from outside (AddFramework.tsx). */

import { readFrameworkTable } from '../../documents/frameworktable.ts'

addEventListener('message', ({ data }: MessageEvent<Parameters<typeof readFrameworkTable>[0]>) =>
  postMessage(readFrameworkTable(data)),
)
