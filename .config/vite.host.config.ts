import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** The page of the local Teams host. Absolute asset paths, because deep links open it below /l/entity/… */
export default defineConfig({
  root: fileURLToPath(new URL('../src/local/teams/page', import.meta.url)),
  publicDir: false,
  build: {
    outDir: fileURLToPath(new URL('../.cache/host', import.meta.url)),
    emptyOutDir: true,
    target: 'es2024',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
})
