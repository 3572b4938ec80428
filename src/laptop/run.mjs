/**
 * What every npm script goes through: `run.mjs start|graph|bot|probe|test|bench|look|build`. It runs on Node 20 with nothing
 * installed, brings `node_modules` up to the lock file, and hands over to the Node that the project pins, passing on
 * arguments, signals and the exit code. It knows nothing of what the verbs do.
 */

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const VERBS = ['start', 'graph', 'bot', 'probe', 'test', 'bench', 'look', 'build']
const root = fileURLToPath(new URL('../..', import.meta.url))
const [verb, ...rest] = process.argv.slice(2)

if (!VERBS.includes(verb ?? '')) {
  console.error(`Say what to run: ${VERBS.join(', ')}.`)
  process.exit(2)
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Matters Arising needs Node 20 or later; this is ${process.version}.`)
  process.exit(1)
}
const lacking = whatIsLacking()
if (lacking) install(lacking)
handOver(verb, rest)

/** Why an install is due, or null. Compares what is installed with the lock file, whatever their times say. */
function whatIsLacking() {
  const installedLock = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installedLock)) return 'nothing is installed yet'
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '') continue
    const there = installed[path]
    if (there ? there.version !== version : !optional && !devOptional && !peer) return `${path} is not as locked`
  }
  return existsSync(pinnedNode()) ? null : 'the pinned Node is missing'
}

function install(why) {
  console.log(`Installing the packages (${why})…`)
  const npm = process.env.npm_execpath
  const [command, args] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const { status, error } = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (status === 0) return
  console.error(`The packages could not be installed${error ? ` (${error.message})` : ''}. Is the network there?`)
  process.exit(status ?? 1)
}

function pinnedNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
}

function handOver(name, args) {
  const bins = join(root, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  // What Node made of the code is kept, and a start takes half as long. The channel tells the child when this process is
  // gone, so that nothing is left running behind.
  const child = spawn(pinnedNode(), [join(root, 'src', 'laptop', `${name}.ts`), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
      ...process.env,
      PATH: `${bins}${separator}${process.env.PATH ?? ''}`,
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`Could not start Node from node_modules: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
