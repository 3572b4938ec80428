/** The fonts that a PDF is written with, from where npm has put them. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { PdfFonts } from '../../documents/export/pdfpage.ts'

const fontAt = (path: string): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/source-sans-3/${path}`))

export const FONTS: PdfFonts = {
  regular: fontAt('400Regular/SourceSans3_400Regular.ttf'),
  bold: fontAt('700Bold/SourceSans3_700Bold.ttf'),
}
