import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {strToU8, zipSync} from 'fflate'
import {readDocx} from '../../src/read/docx.js'

/** Megabytes of unpacked document.xml a second, on one file, in one run. `pandoc` is null where it is not installed. */
export interface WordSpeed {
  readonly megabytes: number
  readonly guihua: number
  readonly pandoc: number | null
}

const run = (text: string) =>
  `<w:r w:rsidRPr="00A77B3E"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t>${text}</w:t></w:r>`
const paragraph = (...texts: string[]) =>
  `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr>${texts.map(run).join('')}</w:p>`
const cell = (text: string) =>
  `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(text)}</w:tc>`

/** A Word file as Word writes it: a plan of so many sections, each with prose and a table. */
function wordFile(sections: number): {bytes: Uint8Array; size: number} {
  let body = ''
  for (let i = 1; i <= sections; i++) {
    body += paragraph(`第${i}节 养老服务`)
    for (let j = 0; j < 6; j++)
      body += paragraph(
        `到2025年，云岭州第${j}类养老机构护理型床位`,
        `新增${i * 10 + j}张，`,
        '覆盖率达到55%，群众满意度不断提高，落实属地责任。'
      )
    const row = (k: number) => `<w:tr>${['养老床位数', '张', `${k}`, `${k * 2}`].map(cell).join('')}</w:tr>`
    body += `<w:tbl><w:tblPr/><w:tblGrid/>${[1, 2, 3, 4].map(row).join('')}</w:tbl>`
  }
  const xml = strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  )
  const bytes = zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    'word/document.xml': xml
  })
  return {bytes, size: xml.length}
}

export async function wordSpeed(sections = 600): Promise<WordSpeed> {
  const {bytes, size} = wordFile(sections)
  const megabytes = size / 1e6
  const base = {
    id: 'bench',
    path: 'bench.docx',
    entry: null,
    sha256: '',
    bytes: bytes.length,
    mediaType: '',
    encoding: 'binary',
    decision: null
  }
  let best = Infinity
  for (let i = 0; i < 3; i++) {
    const began = performance.now()
    await readDocx({path: 'bench.docx', bytes}, base, {post: () => {}, note: () => {}})
    best = Math.min(best, performance.now() - began)
  }
  return {megabytes, guihua: megabytes / (best / 1000), pandoc: pandocSpeed(bytes, megabytes)}
}

function pandocSpeed(bytes: Uint8Array, megabytes: number): number | null {
  const home = mkdtempSync(join(tmpdir(), 'guihua-word-'))
  try {
    const file = join(home, 'bench.docx')
    writeFileSync(file, bytes)
    const began = performance.now()
    const {status} = spawnSync('pandoc', ['-f', 'docx', '-t', 'plain', '-o', join(home, 'out.txt'), file])
    return status === 0 ? megabytes / ((performance.now() - began) / 1000) : null
  } finally {
    rmSync(home, {recursive: true, force: true})
  }
}
