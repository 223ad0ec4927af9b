import type {Span} from './span.js'

/** A file as it arrived. `entry` names the member of a container (zip, WARC) that `bytes` was taken from. */
export interface RawFile {
  /** Path as the user gave it, with forward slashes, relative to the folder that was asked for. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly entry?: string
  /** Digest and size of the file on disk, where `bytes` is only an entry of it. */
  readonly container?: {readonly sha256: string; readonly bytes: number}
}

/** Where a raw character stands in the file: which byte, which run of which part, which place on which page. */
export type Place =
  | {readonly kind: 'byte'; readonly byte: number}
  | {readonly kind: 'part'; readonly part: string; readonly run: number; readonly offset: number}
  | {readonly kind: 'page'; readonly page: number; readonly x: number; readonly y: number}

/** A stretch of raw characters that lie together in the file; `place` is that of the first one. */
export interface Locator {
  readonly span: Span
  readonly place: Place
}

/** How the bytes were turned into characters, and what else they could have been. */
export interface EncodingDecision {
  readonly encoding: string
  readonly reason: string
  readonly alternatives: readonly {
    readonly encoding: string
    readonly score: number
    readonly reason: string
  }[]
}

/** What the file says about itself: page metadata (索引号, 发文机关, 成文日期, 发文字号, 发布日期, 来源), Word properties. */
export interface SourceMeta {
  readonly title?: string
  readonly issuer?: string
  readonly docNumber?: string
  /** ISO dates. */
  readonly signedOn?: string
  readonly publishedOn?: string
  readonly indexNumber?: string
  readonly origin?: string
}

/**
 * A file that was read. `text` is the raw text: every character the format carries, once, in file order.
 * All spans of all later values point into it. What "carries" means for each format is written in `src/tree/README.md`.
 */
export interface Source {
  readonly id: string
  readonly path: string
  readonly entry: string | null
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly encoding: string
  readonly decision: EncodingDecision | null
  readonly text: string
  readonly status: 'ok' | 'partial' | 'unreadable'
  readonly meta: SourceMeta
  /** Sorted by span; empty where character n of a UTF-8 text is found by counting. */
  readonly locators: readonly Locator[]
}
