/**
 * The Chromium that browser tests drive: the system's, or one installed by `apt-get` where that is allowed. It never
 * downloads a browser of its own.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * What Chromium is to do without. The popups of an address bar that nobody sees are pages of their own, which every
 * window loads and which cost it more than most of ours; the rest is Playwright's own list, for the last list told is
 * the only one that Chromium heeds.
 */
const DISABLED = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

/** What every launch needs: no sandbox (containers run as root), and no traffic of the browser's own. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED.join(',')}`,
]

/** Path of the system's Chromium, or null. `MATTERS_CHROMIUM` names one explicitly. */
export function findChromium(): string | null {
  const named = process.env['MATTERS_CHROMIUM']
  if (named) return existsSync(named) ? named : null
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  return candidates.find((path) => existsSync(path)) ?? null
}

/** Finds Chromium or installs Debian's; what it answers with `ok: false` is a sentence for the person. */
export function setUpChromium(): { ok: true; path: string } | { ok: false; sentence: string } {
  const found = findChromium()
  if (found) return { ok: true, path: found }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium with apt-get…')
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
    const installed = findChromium()
    if (installed) return { ok: true, path: installed }
  }
  return {
    ok: false,
    sentence: 'The browser tests need Chromium: install it (or Google Chrome), or name one in MATTERS_CHROMIUM.',
  }
}
