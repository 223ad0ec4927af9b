import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {sentences} from '../../src/zh/sentences.js'

/** Sound documents to be damaged: the specimens of `raw/`, and the real documents where they are at hand. */
export interface Sound {
  readonly name: string
  /** All that is to be read, line by line, cells behind a tab. */
  readonly lines: readonly string[]
  /** Paragraphs without cells and titles that are hardly more than a number. */
  readonly paragraphs: readonly string[]
  /** The sentences of all of it, headings glued to what follows them, as on pages that lost their line ends. */
  readonly sentences: readonly string[]
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** 第一节 工作基础………3: a line of a contents page with its leader and page, which no reader weaves into the body. */
export const contentsLine = /(?:…|\.{3}|·{3})\s*[0-9]+$/u

function load(path: string, name: string): Sound {
  const written = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
  const lines = written.filter((line, i) => !isReworded(line, written[i - 1]))
  const paragraphs = lines
    .filter(line => !line.startsWith('\t'))
    .map(line => line.trim())
    .filter(line => line.length > 3)
  const read = paragraphs.filter(line => !contentsLine.test(line))
  return {
    name,
    lines: lines.filter(line => !contentsLine.test(line)),
    paragraphs,
    sentences: sentences(read.join(''))
  }
}

/** A paragraph that stands again behind itself, put otherwise. */
function isReworded(line: string, before: string | undefined): boolean {
  return line.length >= 80 && line.slice(0, 60) === before?.slice(0, 60)
}

function folder(path: string, wanted: (name: string) => boolean): Sound[] {
  if (!existsSync(path)) return []
  return readdirSync(path)
    .filter(name => name.endsWith('.txt') && wanted(name))
    .sort()
    .map(name => load(join(path, name), name))
}

/** Specimens in UTF-8 that are whole. */
export const specimens = (): Sound[] =>
  folder(join(root, 'raw'), name => !/gb18030|big5|utf16|交错|两栏|一行|公报/.test(name))

export const realDocuments = (): Sound[] =>
  folder(join(root, '../shared/seeds'), name => !name.startsWith('002'))
