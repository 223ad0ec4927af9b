/** Small PDFs for tests, written by hand: Chinese text in a font that is named, not embedded, as old Chinese PDFs have it. */
export interface Sheet {
  /** Text: left end, distance from the top, size, words. */
  readonly text?: readonly (readonly [x: number, y: number, size: number, words: string])[]
  /** Rules: from left and top to left and top. */
  readonly rules?: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
}

const height = 842

/** `encoding`: how codes become characters; `Identity-H` without a character map tells nothing. */
export function pdfFile(sheets: readonly Sheet[], encoding = 'UniGB-UCS2-H'): Uint8Array {
  const ordering = encoding === 'Identity-H' ? 'Identity' : 'GB1'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${sheets.length} /Kids [${sheets.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> >>`,
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /StemV 80 /CapHeight 700 >>'
  ]
  for (const {text = [], rules = []} of sheets) {
    const stream = [
      ...text.map(([x, y, size, words]) => `BT /F ${size} Tf ${x} ${height - y} Td <${codes(words)}> Tj ET`),
      ...rules.map(([x0, y0, x1, y1]) => `${x0} ${height - y0} m ${x1} ${height - y1} l S`)
    ].join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Resources << /Font << /F 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`
    )
  }
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const xref = out.length
  const entries = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new TextEncoder().encode(out)
}

function codes(words: string): string {
  let out = ''
  for (let i = 0; i < words.length; i++) out += words.charCodeAt(i).toString(16).padStart(4, '0')
  return out
}

/** Words set line by line as a typesetter does: so many characters a line, the first line two characters in. */
export function setText(words: string, x: number, y: number, width: number, size = 12) {
  const lines: [number, number, number, string][] = []
  let rest = words
  let first = true
  for (; rest !== ''; y += size * 1.6) {
    const count = first ? width - 2 : width
    lines.push([first ? x + 2 * size : x, y, size, rest.slice(0, count)])
    rest = rest.slice(count)
    first = false
  }
  return lines
}
