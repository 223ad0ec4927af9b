import {decodeHTML} from 'entities'
import type {Posting} from '../core/ledger.js'
import type {Piece, Traced} from '../core/traced.js'

/** Takes text of a Markdown file piece by piece and gives back its lines. */
export interface Lines {
  /** The words of a node that stand in raw `[start, end)`, escapes and character references resolved. */
  text(start: number, end: number): void
  /** Raw characters that are marks. */
  mark(start: number, end: number, rule?: string): void
  /** The line ends here. */
  end(): void
  /** The lines so far; a new start. */
  take(): Traced[]
}

const reference = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/iy
const escapable = /[!-/:-@[-`{-~]/

/** `post` takes what is let go or reads differently. */
export function linesOf(raw: string, post: (posting: Posting) => void): Lines {
  let pieces: Piece[] = []
  let lines: Traced[] = []
  const keep = (start: number, end: number) => {
    if (start >= end) return
    const last = pieces.at(-1)
    if (last && last.raw[1] === start && last.text.length === last.raw[1] - last.raw[0])
      pieces[pieces.length - 1] = {text: raw.slice(last.raw[0], end), raw: [last.raw[0], end]}
    else pieces.push({text: raw.slice(start, end), raw: [start, end]})
  }
  const mark = (start: number, end: number, rule = 'read/markup') => {
    if (start < end) post({span: [start, end], fate: 'layout', rule})
  }
  const end = () => {
    const line = trimmed(pieces)
    if (line.length > 0) lines.push(line)
    pieces = []
  }
  return {
    mark,
    end,
    text(start, to) {
      let from = start
      let at = start
      while (at < to) {
        const code = raw.charCodeAt(at)
        if (code === 92 && at + 1 < to && escapable.test(raw[at + 1]!)) {
          keep(from, at)
          mark(at, at + 1, 'read/escape')
          from = at + 1
          at += 2
        } else if (code === 38) {
          reference.lastIndex = at
          const match = reference.exec(raw)
          const decoded = match && at + match[0].length <= to ? decodeHTML(match[0]) : null
          if (!match || decoded === null || decoded === match[0]) {
            at++
            continue
          }
          keep(from, at)
          pieces.push({text: decoded, raw: [at, at + match[0].length]})
          post({span: [at, at + match[0].length], fate: 'kept', rule: 'read/entity', text: decoded})
          from = at += match[0].length
        } else if (code === 10 || code === 13) {
          keep(from, at)
          end()
          at++
          while (at < to && /[\s>]/.test(raw[at]!)) {
            if (raw[at] === '>') mark(at, at + 1)
            at++
          }
          from = at
        } else at++
      }
      keep(from, to)
    },
    take() {
      end()
      const taken = lines
      lines = []
      return taken
    }
  }
}

const blankStart = /^[ \t\r\n\u00a0\u3000\u200b\ufeff]+/
const blankEnd = /[ \t\r\n\u00a0\u3000\u200b\ufeff]+$/

/** Without blanks at both ends, but for those that are spelt out. */
function trimmed(pieces: Piece[]): Traced {
  const verbatim = ({text, raw}: Piece) => text.length === raw[1] - raw[0]
  const line = [...pieces]
  for (let first = line[0]; first && verbatim(first); first = line[0]) {
    const blank = blankStart.exec(first.text)?.[0].length ?? 0
    if (blank === 0) break
    if (blank < first.text.length) {
      line[0] = {text: first.text.slice(blank), raw: [first.raw[0] + blank, first.raw[1]]}
      break
    }
    line.shift()
  }
  for (let last = line.at(-1); last && verbatim(last); last = line.at(-1)) {
    const blank = blankEnd.exec(last.text)?.[0].length ?? 0
    if (blank === 0) break
    if (blank < last.text.length) {
      const text = last.text.slice(0, -blank)
      line[line.length - 1] = {text, raw: [last.raw[0], last.raw[0] + text.length]}
      break
    }
    line.pop()
  }
  return line
}
