/**
 * Writes raw/formats: one invented plan as text and, through LibreOffice (`soffice`, Debian's libreoffice-writer and fonts-noto-cjk),
 * as .docx, .doc and .pdf. Run by hand: node test/read/make-specimens.mjs
 */
import {execFileSync} from 'node:child_process'
import {mkdtempSync, copyFileSync, mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {han, plan} from './specimen-plan.mjs'

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../raw/formats')
const name = plan.title.replace(/[“”]/g, '')

/** The text twin: a paragraph a line, cells led by tabs as a Word dump has them. */
export function twin() {
  const out = [plan.title, plan.issuer, plan.date, '', '目录']
  plan.chapters.forEach((chapter, i) => {
    out.push(`第${han[i + 1]}章 ${chapter.title}`)
    chapter.sections.forEach((section, j) => out.push(`第${han[j + 1]}节 ${section.title}`))
  })
  out.push('', plan.preface)
  plan.chapters.forEach((chapter, i) => {
    out.push('', `第${han[i + 1]}章 ${chapter.title}`)
    chapter.sections.forEach((section, j) => {
      out.push('', `第${han[j + 1]}节 ${section.title}`)
      let k = 0
      for (const block of section.blocks) {
        if (block.table) {
          out.push(block.table.caption)
          const open = new Map()
          for (const row of [...block.table.header, ...block.table.rows]) {
            out.push('')
            let column = 0
            for (const cell of row) {
              for (; (open.get(column) ?? 0) > 0; column++) {
                out.push('\t')
                open.set(column, open.get(column) - 1)
              }
              out.push(`\t${cell.text}`, ...Array((cell.columns ?? 1) - 1).fill('\t'))
              if (cell.rows) open.set(column, cell.rows - 1)
              column += cell.columns ?? 1
            }
            for (; (open.get(column) ?? 0) > 0; column++) {
              out.push('\t')
              open.set(column, open.get(column) - 1)
            }
          }
          out.push('', '')
        } else if (block.frame ?? block.cell) {
          const box = block.frame ?? block.cell
          out.push('', `\t${box.title}`, ...box.lines.flatMap(line => ['', `\t${line}`]), '', '')
        } else out.push(block.enum2 ? `（${han[++k]}）${block.enum2}。${block.p}` : block.p)
        if (block.note) out.push(block.note)
      }
    })
  })
  return `${out.join('\n')}\n`
}

const esc = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/  /g, ' <text:s/>')
const p = (style, inner) => `<text:p text:style-name="${style}">${inner}</text:p>`

/** The same as a flat OpenDocument text, with automatic numbering, spans, a frame, a footnote, a tracked change, heads and feet. */
export function flatOdt({tracked = true} = {}) {
  let list = 0
  let changes = ''
  const table = ({caption, header, rows, widths}, id) => {
    const open = new Map()
    const line = row => {
      let column = 0
      let cells = ''
      const cover = () => {
        for (; (open.get(column) ?? 0) > 0; column++) {
          cells += '<table:covered-table-cell/>'
          open.set(column, open.get(column) - 1)
        }
      }
      for (const cell of row) {
        cover()
        const spans = `table:number-rows-spanned="${cell.rows ?? 1}" table:number-columns-spanned="${cell.columns ?? 1}"`
        cells += `<table:table-cell table:style-name="Cell" office:value-type="string" ${spans}>${p('CellText', esc(cell.text))}</table:table-cell>`
        if (cell.rows) open.set(column, cell.rows - 1)
        cells += '<table:covered-table-cell/>'.repeat((cell.columns ?? 1) - 1)
        column += cell.columns ?? 1
      }
      cover()
      return `<table:table-row>${cells}</table:table-row>`
    }
    const head = header.map(line).join('')
    return `${p('Caption', esc(caption))}<table:table table:name="T${id}" table:style-name="Tab">${widths.map(w => `<table:table-column table:style-name="W${w * 10}"/>`).join('')}<table:table-header-rows>${head}</table:table-header-rows>${rows.map(line).join('')}</table:table>`
  }
  const lines = box => p('BoxTitle', esc(box.title)) + box.lines.map(line => p('Body', esc(line))).join('')
  let tables = 0
  const blocks = section => {
    list++
    let first = true
    return section.blocks
      .map((block, at) => {
        if (block.table) return table(block.table, ++tables)
        if (block.frame)
          return p(
            'Anchor',
            `<draw:frame draw:style-name="Frame" draw:name="B${list}" text:anchor-type="as-char" svg:width="15cm" draw:z-index="0"><draw:text-box fo:min-height="2cm">${lines(block.frame)}</draw:text-box></draw:frame>`
          )
        if (block.cell)
          return `<table:table table:name="Box${list}" table:style-name="Tab"><table:table-column/><table:table-row><table:table-cell table:style-name="Cell" office:value-type="string">${lines(block.cell)}</table:table-cell></table:table-row></table:table>`
        let text = esc(block.p)
        if (block.deleted && tracked) {
          const id = `c${list}${at}`
          changes += `<text:changed-region text:id="${id}"><text:deletion><office:change-info><dc:creator>校对</dc:creator><dc:date>2022-02-01T00:00:00</dc:date></office:change-info>${p('Body', esc(block.deleted))}</text:deletion></text:changed-region>`
          const stop = text.lastIndexOf('。')
          text = `${text.slice(0, stop)}<text:change text:change-id="${id}"/>${text.slice(stop)}`
        }
        if (block.note)
          text += `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('Note', esc(block.note))}</text:note-body></text:note>`
        if (!block.enum2) return p('Body', text)
        const more = first ? '' : ' text:continue-numbering="true"'
        first = false
        return `<text:list text:style-name="Enum${list}"${more}><text:list-item>${p('Body', `${esc(block.enum2)}。${text}`)}</text:list-item></text:list>`
      })
      .join('')
  }
  let page = 1
  const contents = plan.chapters
    .map((chapter, i) =>
      [
        p('Contents1', `第${han[i + 1]}章 ${esc(chapter.title)}<text:tab/>${++page}`),
        ...chapter.sections.map((section, j) =>
          p('Contents2', `第${han[j + 1]}节 ${esc(section.title)}<text:tab/>${page}`)
        )
      ].join('')
    )
    .join('')
  const heading = (level, title) =>
    `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${esc(title)}</text:h>`
  const body = plan.chapters
    .map(
      chapter =>
        heading(1, chapter.title) +
        chapter.sections.map(section => heading(2, section.title) + blocks(section)).join('')
    )
    .join('')
  const paragraphStyle = (id, parent, paragraph, text = '', more = '') =>
    `<style:style style:name="${id}" style:family="paragraph"${parent ? ` style:parent-style-name="${parent}"` : ''}${more}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`
  const level = (at, suffix) =>
    `<text:outline-level-style text:level="${at}" style:num-prefix="第" style:num-suffix="${suffix}" style:num-format="一, 二, 三, ..."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="space"/></style:list-level-properties></text:outline-level-style>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Noto Serif CJK SC" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="150%"/><style:text-properties style:font-name="Noto Serif CJK SC" style:font-name-asian="Noto Serif CJK SC" fo:font-size="12pt" style:font-size-asian="12pt" fo:language="en" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
${paragraphStyle('Title', 'Standard', 'fo:text-align="center" fo:margin-top="3cm" fo:margin-bottom="1cm"', 'fo:font-size="20pt" style:font-size-asian="20pt" fo:font-weight="bold" style:font-weight-asian="bold"', ' style:class="chapter"')}
${paragraphStyle('Issuer', 'Standard', 'fo:text-align="center"')}
${paragraphStyle('ContentsHeading', 'Standard', 'fo:text-align="center" fo:break-before="page"', 'fo:font-weight="bold" style:font-weight-asian="bold"')}
${[1, 2].map(n => paragraphStyle(`Contents${n}`, 'Standard', '', '', ` style:display-name="Contents ${n}" style:class="index"`).replace('<style:paragraph-properties />', `<style:paragraph-properties fo:margin-left="${n - 1}cm"><style:tab-stops><style:tab-stop style:position="15cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties>`)).join('\n')}
${paragraphStyle('Heading_20_1', 'Standard', 'fo:text-align="center" fo:margin-top="0.6cm" fo:margin-bottom="0.4cm" fo:keep-with-next="always"', 'fo:font-size="16pt" style:font-size-asian="16pt" fo:font-weight="bold" style:font-weight-asian="bold"', ' style:display-name="Heading 1" style:default-outline-level="1" style:next-style-name="Body"')}
${paragraphStyle('Heading_20_2', 'Standard', 'fo:text-align="center" fo:margin-top="0.3cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', 'fo:font-size="14pt" style:font-size-asian="14pt" fo:font-weight="bold" style:font-weight-asian="bold"', ' style:display-name="Heading 2" style:default-outline-level="2" style:next-style-name="Body"')}
${paragraphStyle('Body', 'Standard', 'fo:text-indent="0.85cm" fo:text-align="justify"')}
${paragraphStyle('Caption', 'Standard', 'fo:text-align="center" fo:keep-with-next="always"')}
${paragraphStyle('CellText', 'Standard', 'fo:text-align="center"', 'fo:font-size="10.5pt" style:font-size-asian="10.5pt"')}
${paragraphStyle('BoxTitle', 'Standard', 'fo:text-align="center"', 'fo:font-weight="bold" style:font-weight-asian="bold"')}
${paragraphStyle('Anchor', 'Standard', 'fo:text-align="center"')}
${paragraphStyle('Note', 'Standard', '', 'fo:font-size="9pt" style:font-size-asian="9pt"')}
${paragraphStyle('Foot', 'Standard', 'fo:text-align="center"', 'fo:font-size="9pt" style:font-size-asian="9pt"')}
<text:outline-style style:name="Outline">${level(1, '章')}${level(2, '节')}</text:outline-style>
${Array.from({length: 20}, (_, n) => `<text:list-style style:name="Enum${n}"><text:list-level-style-number text:level="1" style:num-prefix="（" style:num-suffix="）" style:num-format="一, 二, 三, ..."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="nothing" fo:text-indent="0.85cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>`).join('')}
</office:styles>
<office:automatic-styles>
<style:style style:name="Tab" style:family="table"><style:table-properties style:width="16cm" table:align="center"/></style:style>
${[12, 16, 18, 19, 24, 26, 30, 52, 66].map(w => `<style:style style:name="W${w}" style:family="table-column"><style:table-column-properties style:column-width="${w / 10}cm"/></style:style>`).join('')}
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm" style:vertical-align="middle"/></style:style>
<style:style style:name="Frame" style:family="graphic"><style:graphic-properties draw:fill="none" fo:border="0.5pt solid #000000" fo:padding="0.2cm" style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>${p('Foot', esc(plan.title))}</style:header><style:footer>${p('Foot', '— <text:page-number/> —')}</style:footer></style:master-page></office:master-styles>
<office:body><office:text><text:tracked-changes text:track-changes="false">${'\u0000'}</text:tracked-changes>
${p('Title', esc(plan.title))}${p('Issuer', esc(plan.issuer))}${p('Issuer', esc(plan.date))}
${p('ContentsHeading', '目录')}${contents}
${p('Body', esc(plan.preface))}${body}
</office:text></office:body></office:document>`.replace('\u0000', () => changes)
}

function convert(odt, to, work) {
  execFileSync(
    'soffice',
    ['--headless', `-env:UserInstallation=file://${work}/profile`, '--convert-to', to, '--outdir', work, odt],
    {stdio: 'ignore'}
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(folder, {recursive: true})
  const work = mkdtempSync(join(tmpdir(), 'specimens-'))
  const odt = join(work, `${name}.fodt`)
  for (const [kind, filter] of [
    ['docx', 'docx'],
    ['doc', 'doc:MS Word 97'],
    ['pdf', 'pdf']
  ]) {
    writeFileSync(odt, flatOdt({tracked: kind !== 'pdf'}))
    convert(odt, filter, work)
    copyFileSync(join(work, `${name}.${kind}`), join(folder, `${name}.${kind}`))
  }
  writeFileSync(join(folder, `${name}.txt`), twin())
}
