/** `npm run graph`: the local tenant alone, for scripts and clients that we did not write. Hands out tokens on loopback. */

import process from 'node:process'
import { runUntilEnded } from './ending.ts'
import { openFolder } from './folder.ts'
import { openMicrosoft } from './microsoft.ts'
import { readOptions } from './options.ts'
import { expectFree } from './ports.ts'

await runUntilEnded(async (closing) => {
  const options = readOptions(process.argv.slice(2), { data: '.matters-graph', port: 5302, lastPort: 0 })
  await expectFree([options.port])
  const folder = openFolder(options.data, options.fresh)
  closing(() => folder.release())
  const { graph } = await openMicrosoft({
    folder: folder.path,
    port: options.port,
    allowedOrigins: [],
    tokenRoute: true,
    say: console.log,
  })
  closing(() => graph.close())
  console.log(`Graph is ready: ${graph.url}`)
})
