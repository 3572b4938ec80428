/** Versions of an item: newest first, each with the fields it had; restoring one makes a new version. */

import { collection, contextOf, noContent, ok, stampOf, type Answer, type Call } from '../call.ts'
import { fieldsBody } from '../fields.ts'
import { selected } from '../query.ts'
import { itemNotFound } from '../refusal.ts'
import type { Item } from '../store/items.ts'
import type { List } from '../store/lists.ts'
import { eTagOf, itemOf } from './items.ts'

export function getVersions(call: Call): Answer {
  const { list, item } = itemOf(call, 'read')
  const versions = call.store.items.versions(list, item.id)
  return collection(
    call,
    'sites/lists/items/versions',
    versions.map((version) => shown(call, list, version)),
  )
}

export function getVersion(call: Call): Answer {
  const { list, version } = versionOf(call, 'read')
  return ok({
    '@odata.context': contextOf(call, 'sites/lists/items/versions/$entity'),
    ...shown(call, list, version),
  })
}

export function getVersionFields(call: Call): Answer {
  const { list, version } = versionOf(call, 'read')
  return ok({
    '@odata.context': contextOf(call, 'sites/lists/items/versions/fields/$entity'),
    ...fields(call, list, version, call.query.select),
  })
}

export function restoreVersion(call: Call): Answer {
  const { list, version } = versionOf(call, 'write')
  const { item } = itemOf(call, 'write')
  call.store.items.update(list, item, version.fields, stampOf(call))
  return noContent
}

function shown(call: Call, list: List, version: Item): Record<string, unknown> {
  const body = {
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modified,
    lastModifiedBy: JSON.parse(version.modifiedBy) as object,
    fields: fields(call, list, version, call.query.expand.get('fields')?.select),
  }
  return selected(body, call.query.select, call.query.expand.keys())
}

function fields(call: Call, list: List, version: Item, select: readonly string[] | undefined): object {
  return fieldsBody(call.store.lists.columns(list), version, eTagOf(version), select, call.directory)
}

function versionOf(call: Call, level: 'read' | 'write'): { list: List; version: Item } {
  const { list, item } = itemOf(call, level)
  const asked = call.params['version'] ?? ''
  const version = call.store.items.versions(list, item.id).find((one) => `${one.version}.0` === asked)
  if (!version) throw itemNotFound('The specified version was not found')
  return { list, version }
}
