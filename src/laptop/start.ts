/**
 * `npm start`: Graph and sign-in, the service, the tab and a Teams host on four ports of this machine, with the
 * demonstration in them on the first start.
 */

import process from 'node:process'
import { openBrowser } from './browser.ts'
import { runUntilEnded } from './ending.ts'
import { openFolder } from './folder.ts'
import { LAPTOP_PORTS, openLaptop } from './laptop.ts'
import { readOptions } from './options.ts'
import { expectFree } from './ports.ts'

await runUntilEnded(async (closing) => {
  const options = readOptions(process.argv.slice(2), { data: '.matters', port: 5300, lastPort: LAPTOP_PORTS - 1 })
  await expectFree(Array.from({ length: LAPTOP_PORTS }, (_, more) => options.port + more))
  const folder = openFolder(options.data, options.fresh)
  closing(() => folder.release())
  const laptop = await openLaptop({ folder: folder.path, port: options.port, say: console.log }, closing)
  console.log(`Matters Arising is ready: ${laptop.url}`)
  if (options.open) openBrowser(laptop.url)
})
