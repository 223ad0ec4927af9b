import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {sentences} from '../../src/zh/sentences.js'

/** Sound documents to be damaged: the specimens of `raw/`, and the real documents where they are at hand. */
export interface Sound {
  readonly name: string
  /** Paragraphs without cells and titles that are hardly more than a number. */
  readonly paragraphs: readonly string[]
  /** The sentences of all of it, headings glued to what follows them, as on pages that lost their line ends. */
  readonly sentences: readonly string[]
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** 第一节 工作基础………3: a line of a contents page with its leader and page, which no reader weaves into the body. */
export const contentsLine = /(?:…|\.{3}|·{3})\s*[0-9]+$/u

function load(path: string, name: string): Sound {
  const paragraphs = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .filter(line => !line.startsWith('\t'))
    .map(line => line.trim())
    .filter(
      (line, i, all) =>
        line.length > 3 && (line.length < 80 || line.slice(0, 60) !== all[i - 1]?.slice(0, 60))
    )
  const read = paragraphs.filter(line => !contentsLine.test(line))
  return {name, paragraphs, sentences: sentences(read.join(''))}
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
