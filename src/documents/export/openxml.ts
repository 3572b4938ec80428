/**
 * An Office Open XML package from its parts: content types, relations and properties follow from what is in it. The
 * parts themselves are written out by word.ts and excel.ts. The libraries that we tried took 7 s and 1.5 GB for 10,000
 * rows (docx), or make workers from blobs, which our content security policy forbids (write-excel-file).
 *
 * The same parts make the same bytes. No name of a person is in a package, and no day but those in its words.
 */

import { strToU8, zipSync } from 'fflate'

export interface Part {
  /** Path in the package: `word/document.xml`. */
  readonly name: string
  /** The end of its content type: `wordprocessingml.document.main`. */
  readonly type: string
  readonly xml: string
}

export const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.'
const PACKAGE_TYPE = 'application/vnd.openxmlformats-package.'

/**
 * @param main the part that programs open
 * @param others what it refers to, by the relation's kind: `styles`, `header`; their ids are `rId1`, `rId2` and so on
 */
export function makePackage(
  main: Part,
  others: readonly (Part & { readonly kind: string })[],
  title: string,
): Uint8Array {
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1)
  const files: Record<string, string> = {
    '[Content_Types].xml': makeContentTypes([main, ...others]),
    '_rels/.rels': makeRelations([
      { type: `${RELATION}/officeDocument`, target: main.name },
      { type: `${PACKAGE}/relationships/metadata/core-properties`, target: PROPERTIES },
    ]),
    [PROPERTIES]: makeProperties(title),
    [`${folder}_rels/${main.name.slice(folder.length)}.rels`]: makeRelations(
      others.map(({ kind, name }) => ({ type: `${RELATION}/${kind}`, target: name.slice(folder.length) })),
    ),
  }
  for (const { name, xml } of [main, ...others]) files[name] = PROLOGUE + xml
  const bytes = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const)
  return zipSync(Object.fromEntries(bytes), { mtime: '1980-01-01T00:00:00' })
}

/** Words as they stand in XML, in an element or an attribute. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

const PROPERTIES = 'docProps/core.xml'

function makeContentTypes(parts: readonly Part[]): string {
  const overrides = [
    ...parts.map(({ name, type }) => [name, `${OFFICE_TYPE}${type}+xml`] as const),
    [PROPERTIES, `${PACKAGE_TYPE}core-properties+xml`] as const,
  ]
  return (
    `${PROLOGUE}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="${PACKAGE_TYPE}relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    overrides.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('') +
    '</Types>'
  )
}

function makeRelations(relations: readonly { readonly type: string; readonly target: string }[]): string {
  const each = relations.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function makeProperties(title: string): string {
  return (
    `${PROLOGUE}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
    `<dc:title>${escape(title)}</dc:title><dc:creator>Matters Arising</dc:creator>` +
    '<cp:lastModifiedBy>Matters Arising</cp:lastModifiedBy></cp:coreProperties>'
  )
}
