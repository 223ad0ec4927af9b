/**
 * The raw text of a PDF: its glyphs in the order they are drawn, a line end where the baseline changes, a page at a time.
 * Glyphs drawn twice on one spot are let go once; Kangxi radicals read as the characters they show.
 */
import type {Context} from '../core/stage.js'
import type {Glyph} from './pdf-glyphs.js'
import type {Sign} from './pdf-lines.js'
import type {Transcript} from './transcript.js'

export function writePage(
  glyphs: readonly Glyph[],
  page: number,
  transcript: Transcript,
  context: Context
): Sign[] {
  const signs: Sign[] = []
  const seen = new Map<string, Sign>()
  let before: Glyph | undefined
  let words: Glyph[] = []
  const write = () => {
    const first = words[0]
    if (!first) return
    const text = words.map(glyph => glyph.text).join('')
    const place = {kind: 'page', page, x: tenth(first.x), y: tenth(first.y)} as const
    let [start] = transcript.add(text, place)
    for (const glyph of words) {
      const end = start + glyph.text.length
      const shown = glyph.text === '\t' ? ' ' : radical(glyph.text)
      const sign: Sign = {...glyph, start, end, shown}
      const again = glyph.text.trim() === '' ? undefined : doubled(seen, sign)
      if (again)
        context.post({
          span: [start, end],
          fate: 'duplicate',
          rule: 'read/pdf-drawn-twice',
          of: [again.start, again.end]
        })
      else {
        if (shown !== glyph.text && glyph.text !== '\t')
          context.post({span: [start, end], fate: 'kept', rule: 'read/pdf-radical', text: shown})
        signs.push(sign)
      }
      start = end
    }
    words = []
  }
  for (const glyph of glyphs) {
    const breaks =
      before &&
      (Math.abs(glyph.y - before.y) > 0.5 * Math.max(glyph.size, before.size) ||
        glyph.x < before.x - glyph.size)
    if (breaks) {
      write()
      transcript.add('\n')
    } else if (before && before.run !== glyph.run) write()
    words.push(glyph)
    before = glyph
  }
  write()
  if (before) transcript.add('\n')
  return signs
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** The same glyph drawn before on the same spot: bold made by printing twice. */
function doubled(seen: Map<string, Sign>, sign: Sign): Sign | undefined {
  const step = Math.max(1, sign.size * 0.15)
  const column = Math.round(sign.x / step)
  const row = Math.round(sign.y / step)
  for (const dx of [0, -1, 1])
    for (const dy of [0, -1, 1]) {
      const found = seen.get(`${sign.text}${column + dx},${row + dy}`)
      if (found && Math.abs(found.x - sign.x) < step && Math.abs(found.y - sign.y) < step) return found
    }
  seen.set(`${sign.text}${column},${row}`, sign)
  return undefined
}

/** Kangxi and CJK radicals (⽤) as the characters they show (用); everything else as it is. */
function radical(text: string): string {
  const code = text.charCodeAt(0)
  if (text.length !== 1 || code < 0x2e80 || code > 0x2fdf) return text
  const plain = text.normalize('NFKC')
  return plain.length === 1 ? plain : text
}

/** Characters that Chinese official print is made of, Mongolian, Tibetan, Uyghur and Latin included. */
const plausible =
  /[\u0020-\u007e\u00a0-\u00b7\u00d7\u00e0-\u00ed\u00f2-\u00fc\u0101-\u01dc\u00f7\u0391-\u03c9\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af\u2010-\u206f\u2070-\u209f\u20ac\u2100-\u27bf\u2e80-\u2fdf\u2ff0-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufb50-\ufdff\ufe10-\ufe6f\uff00-\uffef\ud800-\udfff]/

/** How much of what the fonts tell is no text: 0 to 1. And whether what is left is bytes of another encoding read as Latin letters. */
export function mushOf(text: string): number {
  let solid = 0
  let odd = 0
  let accented = 0
  let han = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (char.trim() === '') continue
    solid++
    const code = text.charCodeAt(i)
    if (!plausible.test(char) || code === 0xfffd) odd++
    else if (code >= 0xa1 && code <= 0x24f) accented++
    else if (code >= 0x3400 && code <= 0x9fff) han++
  }
  if (solid === 0) return 0
  if (accented > 0.3 * solid && han < 0.2 * solid) return 1
  return odd / solid
}
