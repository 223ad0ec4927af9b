/**
 * The door to pdfjs-dist: pages as drawing operators. No worker, no network, no pictures, no fonts of the machine; character maps of
 * Chinese fonts come from the package itself. Loaded when the first PDF is met: it costs a quarter of a second.
 */
import {createRequire} from 'node:module'
import {dirname, join, sep} from 'node:path'
import {streamsOf, withoutFonts} from './pdf-streams.js'
import {operatorLimit} from './pdf.rules.js'

/** A glyph as pdfjs decoded it; `width` in thousandths of the font size. */
export interface PdfGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly originalCharCode: number
}

export interface PdfFont {
  readonly name: string
  readonly fontMatrix: readonly number[]
  readonly vertical: boolean
  /** What its codes stand for, where damaged fonts are left out: of those pdfjs tells blanks only. */
  readonly toUnicode?: {readonly _map?: Readonly<Record<number, string>>}
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
  /** Fonts that are damaged, and left out. */
  readonly damagedFonts: number
  readonly ops: Readonly<Record<string, number>>
  /** A page from 1, or what is wrong with it. */
  readonly page: (number: number) => Promise<PdfPage | 'damaged' | 'too-much'>
  readonly close: () => Promise<void>
}

export type PdfTrouble = 'locked' | 'damaged' | 'bomb'

export async function openPdf(bytes: Uint8Array): Promise<PdfFile | PdfTrouble> {
  const {tooMuch, damagedFonts} = streamsOf(bytes)
  if (tooMuch) return 'bomb'
  const require = createRequire(import.meta.url)
  withoutCanvas(require)
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const root = dirname(require.resolve('pdfjs-dist/package.json'))
  const task = pdfjs.getDocument({
    data: withoutFonts(bytes, damagedFonts),
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
    fontExtraProperties: damagedFonts.length > 0,
    maxImageSize: 1,
    verbosity: 0
  })
  try {
    const document = await task.promise
    return {
      pages: document.numPages,
      damagedFonts: damagedFonts.length,
      ops: pdfjs.OPS,
      async page(number) {
        let watched: Watch | undefined
        try {
          const page = await document.getPage(number)
          watched = watch(page, pdfjs.OPS.showText)
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
          return watched?.stopped() ? 'too-much' : 'damaged'
        }
      },
      close: () => task.destroy()
    }
  } catch (error) {
    await task.destroy()
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'damaged'
  }
}

/** pdfjs wants a DOMMatrix to be there when it loads, from an optional package that draws; we never draw, so a name is enough. */
function withoutCanvas(require: NodeJS.Require): void {
  try {
    require.resolve('@napi-rs/canvas')
  } catch {
    const names = globalThis as {DOMMatrix?: unknown}
    names.DOMMatrix ??= function DOMMatrix() {}
  }
}

interface Watch {
  readonly stopped: () => boolean
}

interface Chunk {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly (readonly unknown[] | null)[]
}

/** What of a page of pdfjs we hold on to in order to stop it: it hands operators over in chunks, and has no limit of its own. */
interface Pumping {
  _renderPageChunk?(chunk: Chunk, state: PumpState): void
}

interface PumpState {
  readonly streamReader?: {cancel(reason: Error): Promise<unknown>} | null
  readonly opListReadCapability?: {reject(reason: Error): void}
}

/** Stops a page that draws more than any page of print: each operator costs a kilobyte. */
function watch(page: unknown, showText: number): Watch {
  const pumping = page as Pumping
  const original = pumping._renderPageChunk
  let seen = 0
  let stopped = false
  if (original)
    pumping._renderPageChunk = (chunk, state) => {
      if (stopped) return
      seen += chunk.fnArray.length
      chunk.fnArray.forEach((operator, i) => {
        if (operator === showText)
          seen += ((chunk.argsArray[i]?.[0] as readonly unknown[] | undefined)?.length ?? 0) / 4
      })
      if (seen <= operatorLimit.value) return original.call(page, chunk, state)
      stopped = true
      const reason = new Error('The page draws too much')
      state.streamReader?.cancel(reason).catch(() => {})
      state.opListReadCapability?.reject(reason)
    }
  return {stopped: () => stopped}
}
