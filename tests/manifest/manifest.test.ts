import { readFileSync } from 'node:fs'
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { makeManifest, type ManifestValues } from '../../src/cli/manifest.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const template = read('manifest/manifest.template.json')
const welsh = JSON.parse(read('manifest/cy.json')) as Record<string, string>

const values: ManifestValues = {
  appId: '11111111-aaaa-4000-8000-0000000000aa',
  version: '0.1.0',
  tabOrigin: 'https://matters.example:8443',
  serviceApp: '11111111-aaaa-4000-8000-000000000002',
  botApp: '11111111-aaaa-4000-8000-000000000005',
  developerName: 'The "Shires" ROCU',
  websiteUrl: 'https://matters.example',
  privacyUrl: 'https://matters.example/privacy',
  termsUrl: 'https://matters.example/terms',
}

interface Manifest {
  readonly developer: { readonly name: string }
  readonly name: { readonly short: string; readonly full: string }
  readonly description: { readonly short: string; readonly full: string }
  readonly icons: Readonly<Record<string, string>>
  readonly configurableTabs: readonly object[]
  readonly staticTabs: readonly [{ readonly name: string }]
  readonly bots: readonly [{ readonly commandLists: readonly [{ readonly commands: readonly object[] }] }]
  readonly validDomains: readonly string[]
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] } }
}
const manifest = JSON.parse(makeManifest(template, values)) as Manifest
const problemsOf = (subject: object): Promise<string[]> =>
  AppManifestUtils.validateAgainstSchema(subject as unknown as TeamsManifest)

describe('the Teams manifest', () => {
  it("satisfies Microsoft's own schema", async () => {
    expect(await problemsOf(manifest)).toEqual([])
  })

  it('is known to be checked: a word too long is found', async () => {
    expect(await problemsOf({ ...manifest, name: { short: 'x'.repeat(31) } })).not.toEqual([])
  })

  it('keeps whatever the environment says as words, never as JSON', () => {
    expect(manifest.developer.name).toBe('The "Shires" ROCU')
  })

  it('lets Teams open pages of the tab only', () => {
    expect(manifest.validDomains).toEqual(['matters.example:8443'])
    const addresses = JSON.stringify([manifest.configurableTabs, manifest.staticTabs]).match(/https:\/\/[^/"]+/g)
    expect(new Set(addresses)).toEqual(new Set([values.tabOrigin]))
  })

  it('asks a team for reading who is in it and what its channels are, and nothing more', () => {
    const asked = manifest.authorization.permissions.resourceSpecific
    expect(
      asked.every(({ name }) => /^(TeamMember|TeamSettings|ChannelMember|ChannelSettings)\.Read\.Group$/.test(name)),
    ).toBe(true)
    expect(manifest).not.toHaveProperty('devicePermissions')
    expect(manifest).not.toHaveProperty('permissions')
  })

  it('is refused when a placeholder has no value', () => {
    expect(() => makeManifest('{"id":"{{nobodyKnows}}"}', values)).toThrow(/nobodyKnows/)
  })
})

describe('the Welsh strings', () => {
  const schemaFile =
    'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json'

  it("satisfy Microsoft's schema of translations", () => {
    const { $schema: _, ...schema } = JSON.parse(read(schemaFile)) as Record<string, unknown>
    const ajv = new Ajv({ strict: false, unicodeRegExp: false })
    const valid = ajv.validate(schema, welsh)
    expect(ajv.errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('say everything that the English manifest shows, within its limits', () => {
    const shown: Record<string, string> = {
      'name.short': manifest.name.short,
      'name.full': manifest.name.full,
      'description.short': manifest.description.short,
      'description.full': manifest.description.full,
      'staticTabs[0].name': manifest.staticTabs[0].name,
    }
    const { commands } = manifest.bots[0].commandLists[0]
    for (const [index, command] of commands.entries()) {
      for (const [field, english] of Object.entries(command as Record<string, string>)) {
        shown[`bots[0].commandLists[0].commands[${index}].${field}`] = english
      }
    }
    const { $schema: _, ...said } = welsh
    expect(Object.keys(said).toSorted()).toEqual(Object.keys(shown).toSorted())
    for (const [key, english] of Object.entries(shown)) expect(said[key], key).not.toBe(english)
    expect(said['description.short']?.length).toBeLessThanOrEqual(80)
  })
})

describe('the icons', () => {
  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('%s is a PNG of %i pixels a side', (name, side) => {
    const png = readFileSync(new URL(`../../appPackage/${name}`, import.meta.url))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side])
    expect(manifest.icons[name.replace('.png', '')]).toBe(name)
  })
})
