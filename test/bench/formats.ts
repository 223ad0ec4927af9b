import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {readHtml} from '../../src/read/html.js'
import {readMarkdown} from '../../src/read/markdown.js'
import type {Source} from '../../src/core/source.js'
import {planText} from './plans.js'

/** One format read from memory here, and from a file by pandoc in the same run; `pandoc` is null where it is not installed. */
export interface Pace {
  readonly format: string
  readonly megabytes: number
  /** MB of input a second, the best of three after one to warm up. */
  readonly guihua: number
  /** The same for the whole program: to plain text, the best of two. */
  readonly pandoc: number | null
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('≥', '&ge;')

/** A plan as a site prints it: spans in every paragraph, tables with paragraphs in their cells, links around. */
function pageOf(size: number): string {
  const lines = planText(7, size).split('\n')
  const cell = (text: string) =>
    `<td style="border:1px solid"><p align="center"><span>${escape(text)}</span></p></td>`
  const body: string[] = []
  for (const line of lines) {
    if (line.includes('\t'))
      body.push(`<table border="1"><tr>${line.trim().split('\t').map(cell).join('')}</tr></table>`)
    else if (line.trim() !== '')
      body.push(
        `<p style="text-indent:2em">&nbsp;&nbsp;<span style="font-family:FangSong">${escape(line.trim())}</span></p>`
      )
  }
  const links = Array.from({length: 60}, (_, i) => `<li><a href="/${i}/">栏目${i}</a></li>`).join('')
  return `<html><head><title>规划</title></head><body><ul class="nav">${links}</ul><div id="zoom">${body.join('\n')}</div></body></html>`
}

function sourceOf(text: string): Source {
  const bytes = Buffer.byteLength(text)
  const said = {
    id: 'bench',
    path: 'bench',
    entry: null,
    sha256: '',
    mediaType: '',
    encoding: 'utf-8',
    decision: null
  }
  return {...said, bytes, text, status: 'ok', meta: {}, locators: []}
}

async function pace(times: number, work: () => unknown): Promise<number> {
  let best = Infinity
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work()
    best = Math.min(best, performance.now() - began)
  }
  return best
}

function pandocPace(text: string, from: string): number | null {
  const home = mkdtempSync(join(tmpdir(), 'guihua-pandoc-'))
  try {
    const file = join(home, 'in')
    writeFileSync(file, text)
    let best = Infinity
    for (let i = 0; i < 2; i++) {
      const began = performance.now()
      const {status} = spawnSync('pandoc', ['-f', from, '-t', 'plain', file, '-o', join(home, 'out')])
      if (status !== 0) return null
      best = Math.min(best, performance.now() - began)
    }
    return best
  } finally {
    rmSync(home, {recursive: true})
  }
}

/** HTML and Markdown of about so many megabytes. */
export async function paces(megabytes = 3): Promise<Pace[]> {
  const context = {post: () => {}, note: () => {}}
  const html = pageOf(megabytes * 650_000)
  const markdown = planText(7, megabytes * 300_000).replace(/\n+/g, '\n\n')
  const measured: Pace[] = []
  for (const [format, from, text, read] of [
    ['HTML', 'html', html, () => readHtml(sourceOf(html), context)],
    ['Markdown', 'gfm', markdown, () => readMarkdown(sourceOf(markdown), context)]
  ] as const) {
    const size = Buffer.byteLength(text) / 1e6
    await read()
    const own = await pace(3, read)
    const other = pandocPace(text, from)
    measured.push({
      format,
      megabytes: size,
      guihua: (size / own) * 1000,
      pandoc: other === null ? null : (size / other) * 1000
    })
  }
  return measured
}
