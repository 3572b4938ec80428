import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COVERAGE } from '../../../src/local/connector/coverage.ts'
import { ROUTES } from '../../../src/local/connector/routes.ts'

describe('the table of coverage', () => {
  it('names the routes and nothing else, each once', () => {
    expect(COVERAGE.map((one) => one.route).toSorted()).toEqual(ROUTES.map((one) => one.id).toSorted())
  })

  it.each(COVERAGE)('names a test of $route that there is', ({ test: [file, name] }) => {
    const source = readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8')
    expect(source).toContain(`'${name}'`)
  })

  it('says of each partial route what is missing', () => {
    expect(COVERAGE.filter((one) => one.status === 'partial' && one.note === '')).toEqual([])
  })
})
