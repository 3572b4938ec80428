/** Opens a page in the person's browser, where there is a display to show one. */

import { spawn } from 'node:child_process'
import process from 'node:process'

export function openBrowser(url: string): void {
  const opener = openerOf(url)
  if (!opener) return
  const [command, ...args] = opener
  // No opener, or no browser: the address is on the screen anyway.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

function openerOf(url: string): readonly [string, ...string[]] | null {
  if (process.platform === 'darwin') return ['open', url]
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '', url]
  return process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'] ? ['xdg-open', url] : null
}
