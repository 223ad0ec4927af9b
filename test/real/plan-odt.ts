import type {Document, Node, Table} from '../../src/tree/nodes.js'
import {childrenOf, toText} from '../../src/tree/walk.js'

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\t/g, '<text:tab/>').replace(/ {2,}/g, ' ')
const p = (style: string, text: string) => `<text:p text:style-name="${style}">${escape(text)}</text:p>`

function table({children}: Table): string {
  const taken = new Map<string, boolean>()
  let width = 1
  const rows = children.map((row, y) => {
    let x = 0
    let cells = ''
    const cover = () => {
      for (; taken.get(`${x},${y}`); x++) cells += '<table:covered-table-cell/>'
    }
    for (const cell of row.children) {
      cover()
      const inner = cell.children.map(each => p('Cell', toText(each))).join('') || p('Cell', '')
      cells += `<table:table-cell table:style-name="Cell" office:value-type="string" table:number-rows-spanned="${cell.rowSpan}" table:number-columns-spanned="${cell.colSpan}">${inner}</table:table-cell>`
      for (let dy = 0; dy < cell.rowSpan; dy++)
        for (let dx = 0; dx < cell.colSpan; dx++) taken.set(`${x + dx},${y + dy}`, true)
      cells += '<table:covered-table-cell/>'.repeat(cell.colSpan - 1)
      x += cell.colSpan
    }
    cover()
    width = Math.max(width, x)
    return `<table:table-row>${cells}</table:table-row>`
  })
  return `<table:table table:style-name="Tab"><table:table-column table:number-columns-repeated="${width}"/>${rows.join('')}</table:table>`
}

function node(each: Node): string {
  const text = () => toText(each)
  switch (each.type) {
    case 'title':
      return p('Title', text())
    case 'heading':
      return p('Head', text())
    case 'caption':
      return p('Caption', text())
    case 'table':
      return table(each)
    case 'box':
      return `<table:table table:style-name="Tab"><table:table-column/><table:table-row><table:table-cell table:style-name="Cell" office:value-type="string">${each.children.map(node).join('')}</table:table-cell></table:table-row></table:table>`
    case 'section': {
      const [head, first, ...rest] = each.children
      if (!each.runIn || first?.type !== 'paragraph') return each.children.map(node).join('')
      return p('Body', toText(head!) + toText(first)) + rest.map(node).join('')
    }
    case 'paragraph':
    case 'text':
      return p('Body', text())
    default:
      return childrenOf(each).map(node).join('')
  }
}

/** A document as flat OpenDocument text, for LibreOffice to turn into any format: paragraphs, ruled tables with their spans, boxes. */
export function planOdt(documents: readonly Document[]): string {
  const style = (name: string, paragraph: string, text = '') =>
    `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties style:font-name="F" style:font-name-asian="F" fo:font-size="12pt" style:font-size-asian="12pt" ${text}/></style:style>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Noto Serif CJK SC'"/></office:font-face-decls>
<office:styles>${style('Title', 'fo:text-align="center"', 'fo:font-weight="bold" style:font-weight-asian="bold"')}${style('Head', 'fo:text-align="center"', 'fo:font-weight="bold" style:font-weight-asian="bold"')}${style('Caption', 'fo:text-align="center"')}${style('Body', 'fo:text-indent="0.85cm" fo:text-align="justify"')}${style('Cell', 'fo:text-align="center"')}</office:styles>
<office:automatic-styles><style:style style:name="Tab" style:family="table"><style:table-properties style:width="16cm" table:align="center"/></style:style><style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style><style:page-layout style:name="P"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2.2cm"/><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="P"><style:footer><text:p text:style-name="Cell">- <text:page-number/> -</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>${documents.flatMap(document => document.children.map(node)).join('')}</office:text></office:body></office:document>`
}
