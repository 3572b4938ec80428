import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What drives a real Chromium, which shares two cores with all else: a test that fails is tried once more, and says so. */
const BROWSER = ['tests/tab/**/*.test.ts', 'tests/journeys/**/*.test.ts', 'tests/local/teams/**/*.test.ts']

/** Tests mirror src. Browser journeys bring their own Chromium; nothing here simulates a browser. */
export default defineConfig({
  root,
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { shuffle: true },
    projects: [
      { extends: true, test: { name: 'browser', include: BROWSER, retry: 1 } },
      { extends: true, test: { name: 'node', include: ['tests/**/*.test.ts'], exclude: BROWSER } },
    ],
  },
})
