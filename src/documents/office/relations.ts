/** How the parts of a package hang together: which is the document, and what belongs to each. Follows nothing outside. */

import { Unreadable } from '../table.ts'
import type { Package } from './package.ts'
import { readXml } from './xml.ts'

export interface Relation {
  readonly id: string
  /** The last word of its type: `worksheet`, `image`, `hyperlink`. */
  readonly type: string
  /** Name of a part; where it is outside, its address as written. */
  readonly target: string
  readonly external: boolean
}

export function readRelations(source: Package, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const file = `${folder}_rels/${part.slice(slash)}.rels`
  if (!source.has(file)) return []
  const relations: Relation[] = []
  readXml(source, file, {
    open(name, attribute) {
      if (name !== 'rel:Relationship') return
      const external = attribute('TargetMode')?.toLowerCase() === 'external'
      const target = attribute('Target') ?? ''
      relations.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolve(folder, target),
        external,
      })
    },
  })
  return relations
}

/** The main part of a package. */
export function findDocument(source: Package): string {
  const relation = readRelations(source, '').find((each) => each.type === 'officeDocument')
  if (relation?.external) throw new Unreadable('unsafe')
  if (!relation || !source.has(relation.target)) throw new Unreadable('damaged')
  return relation.target
}

/** The part of one type that belongs to another, where there is one; outside the package it is refused. */
export function findPart(source: Package, relations: readonly Relation[], type: string): string | null {
  const relation = relations.find((each) => each.type === type)
  if (!relation) return null
  if (relation.external) throw new Unreadable('unsafe')
  return source.has(relation.target) ? relation.target : null
}

/** What each part is said to be, by its name in lower case. */
export function readContentTypes(source: Package): (part: string) => string {
  const parts = new Map<string, string>()
  const endings = new Map<string, string>()
  readXml(source, '[Content_Types].xml', {
    open(name, attribute) {
      const type = attribute('ContentType') ?? ''
      if (name === 'ct:Override') parts.set((attribute('PartName') ?? '').replace(/^\//u, '').toLowerCase(), type)
      if (name === 'ct:Default') endings.set((attribute('Extension') ?? '').toLowerCase(), type)
    },
  })
  return (part) =>
    parts.get(part.toLowerCase()) ?? endings.get(part.slice(part.lastIndexOf('.') + 1).toLowerCase()) ?? ''
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.replaceAll('\\', '/').split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
