/** What a file is, from its first bytes; the name only decides between kinds of text. */
export type Format =
  'plain' | 'markdown' | 'html' | 'docx' | 'doc' | 'pdf' | 'zip' | 'gzip' | 'warc' | 'unsupported'

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte)

/** `name` is the file's own name, of a container's member the member's. Never throws. */
export function sniff(bytes: Uint8Array, name: string): Format {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6))
    return isWord(bytes, extension) ? 'docx' : 'zip'
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'doc'
  if (starts(bytes, 0x1f, 0x8b)) return 'gzip'
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (head.startsWith('WARC/')) return 'warc'
  if (/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|MM\0\*|7z\xbc\xaf|Rar!|\x7fELF|MZ)/.test(head))
    return 'unsupported'
  if (
    /<(!doctype\s+html|html|head|body|meta|table|div)[\s>]/i.test(head.replaceAll('\0', '')) ||
    /^html?$|^xhtml$|^shtml$/.test(extension)
  )
    return 'html'
  return extension === 'md' || extension === 'markdown' || looksMarkdown(head) ? 'markdown' : 'plain'
}

/** Two headings with # and a blank: no plan in plain text writes its headings so. */
const looksMarkdown = (head: string) => (head.match(/^#{1,6} \S/gm)?.length ?? 0) >= 2

/** An OOXML text names its content types or its word folder among the first entries. */
function isWord(bytes: Uint8Array, extension: string): boolean {
  if (/^(docx|docm|dotx|wps)$/.test(extension)) return true
  if (extension === 'zip') return false
  return Buffer.from(bytes.subarray(0, 4096)).toString('latin1').includes('word/')
}
