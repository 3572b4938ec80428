import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './sequence.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const testsIn = (...folders: readonly string[]): string[] => folders.map((folder) => `tests/${folder}/**/*.test.ts`)

/** Whole programs and a real Chromium beside one another on two cores: a test that fails there is tried twice more, and says so. */
const LIVE = testsIn('tab', 'journeys', 'local/{signin,teams}', 'laptop', 'service', 'cli')
/** What talks to a local Graph of its own, with clients of its own. */
const GRAPH = testsIn('local/{graph,connector}', 'sharepoint')

/**
 * Tests mirror src. Browser journeys bring their own Chromium; nothing here simulates a browser. Where nothing in our code
 * remembers one file from another, a process loads it once and goes on from file to file.
 */
export default defineConfig({
  root,
  test: {
    environment: 'node',
    pool: 'forks',
    // Two thirds of most journeys is waiting: for a poll, a message, a page.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What is waited for comes later on a busy machine; Vitest's own second is a test of the machine.
    expect: { poll: { timeout: 20_000 } },
    sequence: { shuffle: true, sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'live', include: LIVE, retry: 2 } },
      { extends: true, test: { name: 'graph', isolate: false, include: GRAPH, retry: 2 } },
      {
        extends: true,
        test: { name: 'plain', isolate: false, include: ['tests/**/*.test.ts'], exclude: [...LIVE, ...GRAPH] },
      },
    ],
  },
})
