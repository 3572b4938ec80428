/**
 * The Chromium that browser tests drive: the system's, or one installed by `apt-get` where that is allowed. It never
 * downloads a browser of its own. Rather than Chromium itself the tests take its headless shell: the same engine, with no
 * window around the page, which is up to a third of the work.
 */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const SHELL = 'chromium-headless-shell'
const SHELLS = [SHELL, 'chrome-headless-shell']
/** Where there is no network, that is soon found out. */
const HASTE = ['-o', 'Acquire::Retries=0', '-o', 'Acquire::http::Timeout=10', '-o', 'Acquire::https::Timeout=10']
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

/** Path of the system's Chromium, or else of its shell, or null. `MATTERS_CHROMIUM` names one explicitly. */
export function findChromium(): string | null {
  const named = process.env['MATTERS_CHROMIUM']
  if (named) return existsSync(named) ? named : null
  return findOnPath([...NAMES, ...SHELLS]) ?? PLACES.find((path) => existsSync(path)) ?? null
}

/** Finds Chromium or installs Debian's; what it answers with `ok: false` is a sentence for the person. */
export function setUpChromium(): { ok: true; path: string } | { ok: false; sentence: string } {
  if (process.env['MATTERS_CHROMIUM'] === undefined) {
    const shell = findOnPath(SHELLS) ?? (mayInstall() ? installShell() : null)
    if (shell !== null) return { ok: true, path: shell }
  }
  const found = findChromium()
  if (found) return { ok: true, path: found }
  if (mayInstall()) {
    console.log('Installing Chromium with apt-get…')
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium')
    const installed = findChromium()
    if (installed) return { ok: true, path: installed }
  }
  return {
    ok: false,
    sentence: 'The browser tests need Chromium: install it (or Google Chrome), or name one in MATTERS_CHROMIUM.',
  }
}

/** Beside a Chromium of Debian's only that one's own: nothing that is there becomes another version. */
function installShell(): string | null {
  const { stdout } = spawnSync('/usr/bin/dpkg-query', ['-W', '-f=${Version}', 'chromium'], { encoding: 'utf8' })
  const version = stdout === '' ? '' : `=${stdout}`
  if (version === '' && findChromium() !== null) return null
  console.log('Installing Chromium’s headless shell with apt-get…')
  const install = ['install', '-y', '--no-install-recommends', `${SHELL}${version}`] as const
  if (!apt(...install) && apt('update')) apt(...install)
  return findOnPath(SHELLS)
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status } = spawnSync('apt-get', ['-q', ...HASTE, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env })
  return status === 0
}

function findOnPath(names: readonly string[]): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return candidates.find((path) => existsSync(path)) ?? null
}
