/**
 * The raw text of a PDF: its glyphs in the order they are drawn, a line end where the baseline changes, a page at a time.
 * Glyphs drawn twice on one spot are let go once; radicals, joined letters and long dashes read as the characters they show.
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
    const written = words.map(glyph => glyph.text).join('')
    const place = {kind: 'page', page, x: tenth(first.x), y: tenth(first.y)} as const
    let [start] = transcript.add(written, place)
    for (const glyph of words) {
      const end = start + glyph.text.length
      const shown = glyph.text === '\t' ? ' ' : plainGlyph(glyph.text)
      const blank = glyph.text.trim() === ''
      const {text, x, y, width, size, bold, turned, unseen, run} = glyph
      const sign: Sign = {text, x, y, width, size, bold, turned, unseen, run, start, end, shown, blank}
      const again = blank ? undefined : doubled(seen, sign)
      if (again)
        context.post({
          span: [start, end],
          fate: 'duplicate',
          rule: 'read/pdf-drawn-twice',
          of: [again.start, again.end]
        })
      else {
        if (shown !== glyph.text && glyph.text !== '\t')
          context.post({span: [start, end], fate: 'kept', rule: 'read/pdf-glyph', text: shown})
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

/** Radicals that Unicode does not fold of itself, and what they show. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(
  '⺁厂 ⺄乙 ⺇几 ⺋卩 ⺌小 ⺎兀 ⺏尢 ⺑尣 ⺒巳 ⺓幺 ⺕彐 ⺙攵 ⺛旡 ⺝月 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺦爿 ⺩王 ⺪疋 ⺫罒 ⺬示 ⺭礻 ⺮竹 ⺰纟 ⺱罓 ⺵羊 ⺷羊 ⺹老 ⺼月 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
    .split(' ')
    .map(pair => [pair[0]!, pair.slice(1)])
)

/** Glyphs of fonts that stand for other characters: radicals (⽤ 用), joined letters (ﬁ), the long dash (⸺ ——); others as they are. */
function plainGlyph(text: string): string {
  const code = text.charCodeAt(0)
  if (text.length !== 1 || code < 0x2e3a) return text
  if (code === 0x2e3a) return '——'
  if (code === 0x2e3b) return '———'
  if (code >= 0x2e80 && code <= 0x2fdf) return radicals[text] ?? text.normalize('NFKC')
  return code >= 0xfb00 && code <= 0xfb06 ? text.normalize('NFKC') : text
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
