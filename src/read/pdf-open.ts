/**
 * The door to pdfjs-dist: pages as drawing operators. No worker, no network, no pictures, no fonts of the machine; character maps of
 * Chinese fonts come from the package itself. Loaded when the first PDF is met: it costs a quarter of a second.
 */
import {createRequire} from 'node:module'
import {dirname, join, sep} from 'node:path'

/** A glyph as pdfjs decoded it; `width` in thousandths of the font size. */
export interface PdfGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

export interface PdfFont {
  readonly name: string
  readonly fontMatrix: readonly number[]
  readonly vertical: boolean
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** From page space to a plane whose y grows downwards. */
  readonly transform: readonly number[]
  readonly operators: readonly number[]
  readonly operands: readonly (readonly unknown[] | null)[]
  readonly font: (name: string) => PdfFont | null
}

export interface PdfFile {
  readonly pages: number
  readonly ops: Readonly<Record<string, number>>
  /** A page from 1, or null where it is damaged. */
  readonly page: (number: number) => Promise<PdfPage | null>
  readonly close: () => Promise<void>
}

export type PdfTrouble = 'locked' | 'damaged'

export async function openPdf(bytes: Uint8Array): Promise<PdfFile | PdfTrouble> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(root, 'cmaps') + sep,
    cMapPacked: true,
    standardFontDataUrl: join(root, 'standard_fonts') + sep,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0
  })
  try {
    const document = await task.promise
    return {
      pages: document.numPages,
      ops: pdfjs.OPS,
      async page(number) {
        try {
          const page = await document.getPage(number)
          const view = page.getViewport({scale: 1})
          const list = await page.getOperatorList({annotationMode: pdfjs.AnnotationMode.DISABLE})
          const fonts = page.commonObjs as {has(id: string): boolean; get(id: string): unknown}
          return {
            width: view.width,
            height: view.height,
            transform: view.transform as number[],
            operators: list.fnArray as number[],
            operands: list.argsArray as (readonly unknown[] | null)[],
            font: name => (fonts.has(name) ? (fonts.get(name) as PdfFont | null) : null)
          }
        } catch {
          return null
        }
      },
      close: () => task.destroy()
    }
  } catch (error) {
    await task.destroy()
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged'
  }
}
