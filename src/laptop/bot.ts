/**
 * `npm run bot`: the service with the demonstration, for a bot client from outside such as Microsoft's Agents
 * Playground. What it posts unsigned is signed by the local issuer for the person it names, on loopback only.
 */

import { once } from 'node:events'
import process from 'node:process'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import { openBackstage } from './backstage.ts'
import { runUntilEnded } from './ending.ts'
import { openFolder } from './folder.ts'
import { readOptions } from './options.ts'
import { expectFree, findFree } from './ports.ts'

await runUntilEnded(async (closing) => {
  const options = readOptions(process.argv.slice(2), { data: '.matters-bot', port: 5306, lastPort: 0 })
  await expectFree([options.port])
  const folder = openFolder(options.data, options.fresh)
  closing(() => folder.release())
  const port = await findFree(4)
  const { gate } = await openBackstage(
    {
      folder: folder.path,
      port: port + 2,
      servicePort: port + 3,
      tabOrigin: `http://localhost:${port + 1}`,
      hostOrigin: `http://localhost:${port}`,
      say: console.log,
    },
    closing,
  )
  const server = createAdaptorServer({ fetch: (request, env) => gate.fetch(request, env as HttpBindings) })
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  closing(async () => {
    const closed = once(server, 'close')
    server.close()
    await closed
  })
  console.log(`Bot is ready: http://localhost:${options.port}/outside/messages`)
})
