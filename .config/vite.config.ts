import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (from: string): string => fileURLToPath(new URL(from, import.meta.url))

/**
 * Builds the tab: static files that any server can hand out, with relative addresses, no inline script, and the empty
 * configuration element that whoever serves them fills.
 */
export default defineConfig({
  root: path('../src/tab'),
  base: './',
  cacheDir: path('../.cache/vite-tab'),
  plugins: [react()],
  build: {
    outDir: path('../.cache/tab'),
    emptyOutDir: true,
    target: 'es2023',
    // An inlined worker or image would need a laxer policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
})
