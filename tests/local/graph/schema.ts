/**
 * Microsoft's own description of Graph, as a judge of answers: `mismatches` names what an answer has that the
 * description doesn't allow. Unlike plain validation it also names properties that the described type doesn't have.
 */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import * as formats from 'ajv-formats'
import { parse } from 'yaml'

const FILE = fileURLToPath(new URL('../../../../shared/graph/graph-v1.0-subset.yaml', import.meta.url))

export const hasDescription = existsSync(FILE)

interface Schema {
  readonly $ref?: string
  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: unknown
}

interface Description {
  readonly paths: Record<string, Record<string, { responses?: Record<string, Response> }>>
  readonly components: { schemas: Record<string, Schema>; responses: Record<string, Response> }
}

interface Response {
  readonly $ref?: string
  readonly content?: Record<string, { schema: Schema }>
}

/** Types that Microsoft derives from the described one and answers with. */
const DERIVED: Readonly<Record<string, readonly string[]>> = {
  'microsoft.graph.conversationMember': ['userId', 'email', 'tenantId'],
  // A finer code stands there for many refusals, for example github.com/microsoftgraph/msgraph-metadata/issues/816.
  'microsoft.graph.ODataErrors.InnerError': ['code'],
  // Members of a group are people, with all their properties.
  'microsoft.graph.directoryObject': ['*'],
}

let loaded: { description: Description; ajv: Ajv } | undefined

function load(): { description: Description; ajv: Ajv } {
  if (loaded) return loaded
  const description = nullable(parse(readFileSync(FILE, 'utf8'))) as Description
  const ajv = new Ajv({ strict: false, inlineRefs: false, code: { optimize: false } })
  formats.default.default(ajv)
  ajv
    .addFormat('int16', true)
    .addFormat('int32', true)
    .addFormat('int64', true)
    .addFormat('base64url', true)
    .addFormat('decimal', true)
  ajv.addSchema({ $id: 'graph', components: description.components })
  loaded = { description, ajv }
  return loaded
}

/**
 * @param path canonical, below `/v1.0`, without query; undefined comes back when nothing describes it
 * @returns what is wrong with the answer
 */
export function mismatches(method: string, path: string, status: number, body: unknown): string[] | undefined {
  const { description, ajv } = load()
  const template = Object.keys(description.paths).find((one) => fits(one, path))
  const operation = template === undefined ? undefined : description.paths[template]?.[method.toLowerCase()]
  const responses = operation?.responses
  const group = status >= 500 ? '5XX' : status >= 400 ? '4XX' : '2XX'
  const described = responses?.[String(status)] ?? responses?.[group]
  if (!described) return undefined
  const response = described.$ref ? description.components.responses[described.$ref.split('/').at(-1) ?? ''] : described
  const schema = Object.values(response?.content ?? {})[0]?.schema
  if (!schema) return body === undefined ? [] : ['a body where none is described']
  const validate = validator(ajv, schema)
  const wrong = validate(body) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`)
  return [...wrong, ...strangers(description, schema, body, '')]
}

const validators = new Map<string, ValidateFunction>()

function validator(ajv: Ajv, schema: Schema): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/', '"graph#/')
  const known = validators.get(text)
  if (known) return known
  const made = ajv.compile(JSON.parse(text) as object)
  validators.set(text, made)
  return made
}

/** Properties that the described type doesn't have, deep; what the protocol adds begins with `@`. */
function strangers(description: Description, schema: Schema, value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    const items = resolve(description, schema).flatMap((one) => one.items ?? [])
    return items[0]
      ? value.flatMap((one, index) => strangers(description, items[0] as Schema, one, `${at}/${index}`))
      : []
  }
  const parts = resolve(description, schema)
  if (parts.length === 0 || parts.some((one) => one.additionalProperties === true)) return []
  const derived = new Set(names(description, schema).flatMap((name) => DERIVED[name] ?? []))
  if (derived.has('*')) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.startsWith('@')) return []
    const property = parts.map((one) => one.properties?.[name]).find((one) => one !== undefined)
    if (property) return strangers(description, property, inner, `${at}/${name}`)
    return derived.has(name) ? [] : [`${at}/${name} is no property of the described type`]
  })
}

/** The schema's parts, references followed. */
function resolve(description: Description, schema: Schema): Schema[] {
  if (schema.$ref) {
    const target = description.components.schemas[schema.$ref.split('/').at(-1) ?? '']
    return target ? resolve(description, target) : []
  }
  return [schema, ...[...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap((one) => resolve(description, one))]
}

function names(description: Description, schema: Schema): string[] {
  if (!schema.$ref) return [...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap((one) => names(description, one))
  const name = schema.$ref.split('/').at(-1) ?? ''
  const target = description.components.schemas[name]
  return [name, ...(target ? names(description, target) : [])]
}

function fits(template: string, path: string): boolean {
  const pattern = template
    .replace(/\(\)$/, '')
    .replaceAll(/[.()]/g, String.raw`\$&`)
    .replaceAll(/\{[^}]+\}/g, '[^/]+')
  return new RegExp(`^${pattern}$`).test(path) && path.endsWith('/items/delta') === template.includes('/items/delta')
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says that null is one of the types. */
function nullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(nullable)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, nullable(value)]))
  const { nullable: isNullable, ...rest } = copy
  if (isNullable !== true) return copy
  if (typeof rest['type'] === 'string') {
    const type = [rest['type'], 'null']
    return Array.isArray(rest['enum'])
      ? { ...rest, type, enum: [...(rest['enum'] as unknown[]), null] }
      : { ...rest, type }
  }
  return { anyOf: [rest, { type: 'null' }] }
}
