import {isUtf8} from 'node:buffer'
import iconv from 'iconv-lite'
import type {EncodingDecision} from '../core/source.js'

/** Characters from bytes: what was decided, and whether bytes were lost. `text` is null where no encoding fits. */
export interface Decoded {
  readonly text: string | null
  readonly decision: EncodingDecision
  readonly damaged: boolean
}

interface Candidate {
  readonly encoding: string
  readonly text: string
  readonly score: number
  readonly reason: string
}

/** The commonest characters of official Chinese, simplified and traditional: a right decoding is full of them. */
const common = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严' +
    '這為個國來時們說種後經進著電裡現實體機當點從業應開還無線數質氣變條結問設員與關長義條際類統組見計別論運農決戰給門術極認權證轉單風務萬報確濟科規劃辦縣區發民政會'
)

/** The share of Han characters, marks and letters in a text that such documents are made of, from 0 to 1, read off a sample. */
function plausibility(text: string): number {
  const sample = text.length > 20000 ? text.slice(0, 10000) + text.slice(-10000) : text
  let known = 0
  let solid = 0
  for (const char of sample) {
    const code = char.codePointAt(0)!
    if (code <= 0x20 || code === 0x3000 || code === 0xa0) continue
    solid++
    if (code < 0x7f) known += 0.9
    else if (common.has(char)) known++
    else if (code >= 0x4e00 && code <= 0x9fa5) known += 0.45
    else if ('，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％　①②③④⑤⑥⑦⑧⑨⑩⑴⑵≥≤＞＜／㎡〇～－＋'.includes(char))
      known++
    else if (code >= 0xff01 && code <= 0xff5e) known += 0.9
  }
  return solid === 0 ? 1 : known / solid
}

const control = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g

/** Is the head full of control characters, as machine code and compressed data are? */
function looksBinary(head: string): boolean {
  const found = head.match(control)
  return found !== null && found.length / head.length > 0.02
}

/** How much of a file is looked at to tell text from machine code. */
const headLength = 16384

const headOf = (bytes: Uint8Array) => asBuffer(bytes.subarray(0, headLength)).toString('latin1')

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)

function strict(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return null
  }
}

const lossy = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes)

function bomOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return null
}

const decided = (encoding: string, reason: string, rest: readonly Candidate[] = []): EncodingDecision => ({
  encoding,
  reason,
  alternatives: rest.map(({encoding, score, reason}) => ({
    encoding,
    score: Math.round(score * 1000) / 1000,
    reason
  }))
})

/**
 * Bytes to characters. A byte-order mark is believed; then strict UTF-8; then UTF-16, GB18030 (which holds GBK and GB2312) and
 * Big5 are weighed by how like official Chinese they read. `label` is what a page or a header claims: it breaks ties only.
 * Ends of files cut within a character and single bad bytes are survived and reported as `damaged`.
 */
export function decode(bytes: Uint8Array, label: string | null = null): Decoded {
  const bom = bomOf(bytes)
  if (bom) {
    const text = strict(bytes, bom)
    const reason = 'byte-order mark'
    return {text: text ?? lossy(bytes, bom), decision: decided(bom, reason), damaged: text === null}
  }
  if (isUtf8(bytes) && !looksBinary(headOf(bytes)))
    return {
      text: asBuffer(bytes).toString('utf8'),
      decision: decided('utf-8', 'every byte is valid UTF-8'),
      damaged: false
    }
  return weigh(bytes, label)
}

/** Below this no decoding reads like text. Official Chinese scores above 0.7, GBK read as Big5 about 0.4, noise about 0.2. */
export const readable = 0.55

function weigh(bytes: Uint8Array, label: string | null): Decoded {
  const candidates: Candidate[] = []
  const weighed = (encoding: string, text: string, reason: string) => {
    const lost = lossOf(text)
    const claimed = label !== null && sameEncoding(label, encoding) ? 0.02 : 0
    candidates.push({encoding, text, score: plausibility(text) - Math.min(1, lost * 2.5) + claimed, reason})
  }
  weighed('utf-8', lossy(bytes, 'utf-8'), 'UTF-8 with bad bytes')
  if (bytes.length % 2 === 0 || bytes.length > 64) {
    weighed('utf-16le', lossy(bytes, 'utf-16le'), 'UTF-16, low byte first')
    weighed('utf-16be', lossy(bytes, 'utf-16be'), 'UTF-16, high byte first')
  }
  if (!looksBinary(headOf(bytes))) {
    weighed('gb18030', lossy(bytes, 'gb18030'), 'GB18030')
    weighed('big5', iconv.decode(Buffer.from(bytes), 'big5'), 'Big5')
  }
  candidates.sort((a, b) => b.score - a.score)
  const [best, ...rest] = candidates
  if (!best || best.score < readable)
    return {
      text: null,
      decision: decided('unknown', 'no encoding reads like text', candidates),
      damaged: true
    }
  const margin = rest[0] ? `; next is ${rest[0].encoding} at ${rest[0].score.toFixed(2)}` : ''
  const reason = `reads most like official Chinese (${best.score.toFixed(2)}${margin})`
  return {text: best.text, decision: decided(best.encoding, reason, rest), damaged: lossOf(best.text) > 0}
}

function lossOf(text: string): number {
  let lost = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) lost++
  return text.length === 0 ? 0 : lost / text.length
}

function sameEncoding(label: string, encoding: string): boolean {
  const name = label.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (/^(gb2312|gbk|gb18030|xgbk|csgb2312|cp936|hzgb2312)$/.test(name)) return encoding === 'gb18030'
  return name === encoding.replace('-', '')
}
