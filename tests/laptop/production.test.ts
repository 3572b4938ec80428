import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ROOT } from '../../src/laptop/places.ts'
import { buildProduction, foreignModules, problemsIn, type Built } from '../../src/laptop/production.ts'

const DEPLOYMENT = {
  appId: '5f1c9a3e-1111-4222-8333-944455556666',
  tabClientId: '7f1c9a3e-1111-4222-8333-944455556666',
  graphBase: 'https://graph.microsoft.com/v1.0',
  serviceBase: 'https://api.matters.example',
  serviceScope: 'api://6f1c9a3e-1111-4222-8333-944455556666/access_as_user',
}

describe('the tab that goes to a web server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matters-production-'))
  let built: Built
  beforeAll(async () => {
    vi.stubEnv('NODE_ENV', 'production')
    built = await buildProduction(folder, DEPLOYMENT)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  test('holds nothing of a laptop: no room of its, no address of its, nothing inline', () => {
    expect(built.problems).toEqual([])
    expect(built.files.size).toBeGreaterThan(10)
  })

  test('knows its deployment, and no host but Microsoft’s', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8')
    const told = /id="configuration">([^<]*)</.exec(page)?.[1] ?? ''
    expect(JSON.parse(told)).toEqual(DEPLOYMENT)
  })

  test('is framed by Teams alone, talks to Graph and the service alone, and the server is told so', () => {
    const served = JSON.parse(readFileSync(join(folder, 'staticwebapp.config.json'), 'utf8')) as {
      globalHeaders: Record<string, string>
    }
    expect(served.globalHeaders).toEqual(built.headers)
    const policy = built.headers['Content-Security-Policy'] ?? ''
    expect(policy).toContain(
      'frame-ancestors https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com',
    )
    expect(policy).toContain('https://api.matters.example')
    expect(policy).not.toMatch(/unsafe-|http:|\s\*[\s;]/)
  })
})

describe('what must not be served is found', () => {
  test.each(['src/local/signin/signin.ts', 'src/laptop/start.ts', 'src/service/api.ts', 'tests/tab/memoryregister.ts'])(
    'a module of another room: %s',
    (id) => {
      expect(foreignModules([join(ROOT, 'src/tab/main.tsx'), join(ROOT, id)])).toEqual([`${id} is part of the tab`])
    },
  )

  const folder = mkdtempSync(join(tmpdir(), 'matters-planted-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each([
    ['index.js', 'fetch("http://localhost:5302")', 'names this machine'],
    ['index.js', 'fetch("http://127.0.0.1/")', 'names this machine'],
    ['index.html', '{"hostOrigins":["https://elsewhere.example"]}', 'answers to a host'],
    ['index.js', 'eval("1")', 'makes code out of text'],
    ['index.js', 'new Function("return 1")', 'makes code out of text'],
    ['index.js', '//# sourceMappingURL=index.js.map', 'has a source map'],
    ['index.js.map', '{}', 'is a source map'],
    ['index.js', '"src/local/signin/signin.ts"', 'mentions the laptop’s rooms'],
    ['index.html', '<script>go()</script>', 'inline'],
    ['index.html', '<p style="color:red">', 'inline'],
    ['index.html', '<script src="https://cdn.example/x.js"></script>', 'loads from elsewhere'],
  ])('%s with %s', (name, text, said) => {
    const place = mkdtempSync(join(folder, 'x-'))
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'sound.js'), 'export const fine = 1')
    writeFileSync(join(place, name), text)
    expect(problemsIn(place)).toEqual([expect.stringContaining(said)])
  })
})
