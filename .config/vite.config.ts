import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import react from '@vitejs/plugin-react'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url))

/**
 * Inside Teams, msal signs in through the host and no other way. Where the host offers none it would turn to its
 * ordinary sign-in in silence: windows of its own, its own storage, half of its code. Here that way doesn't exist.
 */
function nestedSignInOnly(): Plugin {
  const refusing = '\0ordinary-sign-in'
  return {
    name: 'nested-sign-in-only',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source.endsWith('/StandardController.mjs') && importer?.includes('@azure/msal-browser') ? refusing : null,
    load: (id) =>
      id === refusing
        ? "export class StandardController { constructor() { throw new Error('only nested sign-in is built in') } }"
        : null,
  }
}

/**
 * The words' messages are read here instead of on every start of the tab, which then needs no parser: what
 * src/words/speech.ts would compile arrives compiled.
 */
function messagesReadAhead(): Plugin {
  const done = '\0compiled-already'
  return {
    name: 'messages-read-ahead',
    enforce: 'pre',
    resolveId: (source) => (source === '@lingui/message-utils/compileMessage' ? done : null),
    async load(id) {
      if (id === done)
        return 'export const compileMessageOrThrow = (message) => message, compileMessage = compileMessageOrThrow'
      if (!/\/src\/words\/(?:en|cy)\/\w+\.ts$/.test(id)) return null
      this.addWatchFile(id)
      const areas = (await import(pathToFileURL(id).href)) as Record<string, Record<string, string>>
      return Object.entries(areas)
        .map(([area, messages]) => {
          const compiled = Object.entries(messages).map(([key, message]) => [key, compileMessageOrThrow(message)])
          return `export const ${area} = ${JSON.stringify(Object.fromEntries(compiled))}`
        })
        .join('\n')
    },
  }
}

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

/** Our own modules that a page can't do without, as far as they were followed. */
function reachedFrom(start: string, modules: Modules): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [path(start)]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id) || !id.includes('/src/')) continue
    reached.add(id)
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []))
  }
  return reached
}

/**
 * What the register and its dialogs share is one piece: cut by who uses what it would be two dozen, and small pieces
 * shrink badly. A dialog loads no grid, the register no dialog.
 */
function sharedWithDialogs() {
  let shared: ReadonlySet<string> | null = null
  return (id: string, modules: Modules): string | null => {
    if (!id.includes('/src/') || id.includes('/src/words/')) return null
    if (shared === null) {
      const start = reachedFrom('../src/tab/main.tsx', modules)
      const dialogs = ['decide/DecidePage', 'answer/AnswerPage'].map((page) =>
        reachedFrom(`../src/tab/${page}.tsx`, modules),
      )
      const register = [...reachedFrom('../src/tab/shell/ChannelPage.tsx', modules)]
      shared = new Set(register.filter((each) => !start.has(each) && dialogs.some((dialog) => dialog.has(each))))
    }
    return shared.has(id) ? 'common' : null
  }
}

/**
 * Builds the tab: static files that any server can hand out, with relative addresses, no inline script, and the empty
 * configuration element that whoever serves them fills.
 */
export default defineConfig({
  root: path('../src/tab'),
  base: './',
  cacheDir: path('../.cache/vite-tab'),
  plugins: [nestedSignInOnly(), messagesReadAhead(), react()],
  worker: { format: 'es', plugins: () => [messagesReadAhead()] },
  build: {
    outDir: path('../.cache/tab'),
    emptyOutDir: true,
    target: 'es2023',
    // An inlined worker or image would need a laxer policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: sharedWithDialogs() }] } } },
  },
})
