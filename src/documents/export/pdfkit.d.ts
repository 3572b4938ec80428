/**
 * What we use of pdfkit, which brings no types. Those on npm want Node's, and a document has no Node: it is made in a
 * worker of a browser.
 */

declare module 'pdfkit' {
  /** Of the structure tree, which screen readers read instead of the page. */
  interface StructureElement {
    add(child: StructureElement | StructureContent): this
    end(): void
  }

  interface StructureContent {
    readonly refs: readonly unknown[]
  }

  export class PDFDocument {
    constructor(options: {
      readonly size: 'A4'
      readonly layout: 'portrait' | 'landscape'
      readonly margin: number
      readonly pdfVersion: '1.7'
      readonly tagged?: boolean
      readonly lang?: string
      readonly displayTitle?: boolean
      readonly subset?: 'PDF/UA'
      readonly bufferPages?: boolean
      readonly autoFirstPage?: boolean
      /** A font's bytes, or none: without it, Helvetica's measures are looked for. */
      readonly font?: Uint8Array | null
      readonly info?: Readonly<Record<string, string>>
    })

    readonly page: { readonly width: number; readonly height: number }
    readonly outline: { addItem(title: string): unknown }

    on(event: 'data', listener: (chunk: Uint8Array) => unknown): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    addPage(): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    switchToPage(index: number): unknown
    end(): void

    registerFont(name: string, source: Uint8Array): this
    font(name: string): this
    fontSize(points: number): this
    widthOfString(text: string): number
    text(text: string, x: number, y: number, options: { readonly lineBreak: false }): this
    text(text: string): this
    table(options: { readonly data: readonly (readonly string[])[] }): this

    fillColor(colour: string): this
    strokeColor(colour: string): this
    lineWidth(points: number): this
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    rect(x: number, y: number, width: number, height: number): this
    circle(x: number, y: number, radius: number): this
    path(svg: string): this
    fill(): this
    stroke(): this

    struct(
      type: string,
      options?: {
        readonly title?: string
        readonly scope?: string
        readonly actual?: string
        readonly alt?: string
        /** From the left and the top: left, top, right, bottom. */
        readonly bbox?: readonly [number, number, number, number]
      },
    ): StructureElement
    addStructure(element: StructureElement): this
    markStructureContent(type: string): StructureContent
    markContent(
      type: 'Artifact',
      options?: { readonly type: 'Pagination'; readonly attached?: readonly string[] },
    ): this
    endMarkedContent(): this
  }
}
