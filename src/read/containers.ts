import {createHash} from 'node:crypto'
import {note} from '../core/note.js'
import type {RawFile} from '../core/source.js'
import {ballast, thresholds} from './containers.rules.js'
import type {Budget, Member, Tell} from './members.js'
import {sniff} from './sniff.js'
import {recordsOf} from './warc.js'
import {gunzipped, membersOfZip} from './zip.js'

/**
 * A file as the files it holds: the members of a .zip, the pages of a WARC, packed with gzip or not, containers in containers too.
 * A file that is no container comes out as it is. Each member carries its name as `entry` (`outer.zip` members of members with a
 * slash between) and the digest of the file on disk. Members come one at a time, so that one is in memory at once.
 * Never throws: what cannot be unpacked is told, and the others go on. Nothing is written anywhere.
 */
export async function* expand(file: RawFile, tell: Tell): AsyncGenerator<RawFile> {
  if (formatOf(file.bytes, file.entry ?? file.path) === null) {
    yield file
    return
  }
  const container = file.container ?? {
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    bytes: file.bytes.length
  }
  const budget = {bytes: thresholds.total.value, members: thresholds.members.value, skipped: 0, found: 0}
  for await (const {name, bytes} of open(
    {name: file.entry ?? '', bytes: file.bytes},
    file.path,
    0,
    budget,
    tell
  )) {
    budget.found++
    yield {path: file.path, bytes, entry: name, container}
  }
  if (budget.skipped > 0)
    tell(
      note(
        'info',
        ballast.id,
        `${budget.skipped} members carry no text (pictures, styles, records of systems)`
      ),
      null
    )
  if (budget.found === 0)
    tell(note('warning', 'read/container-empty', `${file.path} holds nothing that can be read`), null)
}

type Format = 'zip' | 'gzip' | 'warc'

/** Is it a container? Word files and other documents that are zips within are none. */
export function formatOf(bytes: Uint8Array, name: string): Format | null {
  const format = sniff(bytes, name)
  if (format === 'zip') return isPackage(bytes) ? null : 'zip'
  return format === 'gzip' || format === 'warc' ? format : null
}

/** Spreadsheets, slides, OpenDocument, OFD and books name themselves in their first entry. */
function isPackage(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1')
  return /^PK\u0003\u0004[^]{26}(?:\[Content_Types\]\.xml|_rels\/|docProps\/|mimetype|OFD\.xml|Doc_0\/|xl\/|ppt\/)/.test(
    head
  )
}

async function* open(
  member: Member,
  path: string,
  depth: number,
  budget: Budget,
  tell: Tell
): AsyncGenerator<Member> {
  const inner = `${member.name === '' ? '' : `${member.name}/`}`
  const where = member.name === '' ? null : member.name
  const format = formatOf(member.bytes, member.name || path)
  if (format === null) {
    yield member
    return
  }
  if (depth >= thresholds.depth.value) {
    tell(
      note(
        'warning',
        thresholds.depth.id,
        `${where ?? path} is a container ${depth} deep and was not opened`
      ),
      where
    )
    return
  }
  const members =
    format === 'zip'
      ? membersOfZip(member.bytes, budget, (said, name) => tell(said, name === null ? where : inner + name))
      : format === 'warc'
        ? recordsOf([member.bytes], budget, (said, name) => tell(said, name ?? where))
        : gunzipped(member.bytes, stemOf(member.name || path), budget, (said, name) =>
            tell(said, name ?? where)
          )
  for await (const {name, bytes} of members) {
    if (format === 'zip' && ballast.pattern.test(name)) {
      budget.skipped++
      continue
    }
    if (budget.members-- <= 0) {
      tell(note('warning', thresholds.members.id, `${path} holds more members than are opened`), where)
      return
    }
    yield* open({name: format === 'zip' ? inner + name : name, bytes}, path, depth + 1, budget, tell)
  }
}

/** The name of what a .gz file holds. */
function stemOf(name: string): string {
  const last = name.split('/').at(-1)!
  return last.replace(/\.gz$/i, '') || last
}
