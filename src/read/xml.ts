/**
 * XML as events or as a tree, through saxes: it is kept, it streams, and it never expands an entity that a document declares.
 * Any text gives events; what is not well formed is reported and reading goes on.
 */
import {SaxesParser} from 'saxes'

export interface XmlReader {
  open(name: string, attributes: Attributes): void
  close(name: string): void
  text(value: string): void
}

export type Attributes = Readonly<Record<string, string>>

/** What was wrong with a part. */
export interface XmlFaults {
  /** It breaks off or is not well formed: the first complaint. */
  readonly broken: string | null
  /** It declares a document type, which OOXML forbids: the usual carrier of entity bombs. */
  readonly doctype: boolean
}

/** Namespaces under their usual prefixes, whichever prefix a file uses for them. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'urn:schemas-microsoft-com:vml': 'v'
}

/** Reads XML text; tags come under the usual prefixes. */
export function readXml(xml: string, reader: XmlReader): XmlFaults {
  const parser = new SaxesParser({position: false})
  let broken: string | null = null
  let doctype = false
  const renamed = new Map<string, string>()
  const named = (name: string): string => {
    const colon = name.indexOf(':')
    const prefix = renamed.get(colon < 0 ? '' : name.slice(0, colon))
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
  }
  parser.on('error', error => {
    broken ??= error.message
  })
  parser.on('doctype', () => {
    doctype = true
  })
  parser.on('opentag', tag => {
    let attributes = tag.attributes as Attributes
    for (const key in attributes) {
      if (!key.startsWith('xmlns')) continue
      const usual = prefixes[attributes[key]!]
      const used = key.slice(6)
      if (usual !== undefined && usual !== used) renamed.set(used, usual)
      else renamed.delete(used)
    }
    if (renamed.size > 0) {
      const usual: Record<string, string> = {}
      for (const key in attributes) usual[key.includes(':') ? named(key) : key] = attributes[key]!
      attributes = usual
    }
    reader.open(renamed.size > 0 ? named(tag.name) : tag.name, attributes)
  })
  parser.on('closetag', tag => reader.close(renamed.size > 0 ? named(tag.name) : tag.name))
  parser.on('text', value => reader.text(value))
  parser.on('cdata', value => reader.text(value))
  parser.write(xml)
  parser.close()
  return {broken, doctype}
}

export interface Element {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly Element[]
  /** Its own text, without that of its children. */
  readonly text: string
}

/** A small part as a tree. Elements deeper than 100 are left out. */
export function xmlTree(xml: string): Element {
  type Open = {name: string; attributes: Attributes; children: Element[]; text: string}
  const root: Open = {name: '', attributes: {}, children: [], text: ''}
  const stack: Open[] = [root]
  readXml(xml, {
    open(name, attributes) {
      const element: Open = {name, attributes, children: [], text: ''}
      if (stack.length < 100) stack.at(-1)!.children.push(element)
      stack.push(element)
    },
    close() {
      if (stack.length > 1) stack.pop()
    },
    text(value) {
      stack.at(-1)!.text += value
    }
  })
  return root
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find(each => each.name === name)
}

/** The `w:val` of a child: `''` where it has none, undefined without such a child. */
export function valueOf(element: Element | undefined, name: string): string | undefined {
  const found = child(element, name)
  return found && (found.attributes['w:val'] ?? '')
}

/** Bytes of an XML part as text: UTF-8 unless a mark or the declaration says otherwise. */
export function xmlText(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = String.fromCharCode(...bytes.subarray(0, 100))
  const label = /^\s*<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
