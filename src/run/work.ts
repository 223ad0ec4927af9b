import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {note, type Note} from '../core/note.js'
import type {RawFile} from '../core/source.js'
import {versionOf, type Pipeline} from '../core/stage.js'
import {emit, emitVersion, type Parcel} from '../emit/index.js'
import type {Sidecar} from '../emit/rows.js'
import type {Plans} from '../indicators/plans.js'
import {sniff} from '../read/sniff.js'
import {fill, keyOf, slotOf, type Entry} from './cache.js'
import {execute} from './execute.js'
import type {Input} from './inputs.js'
import {misquotes} from './quotes.js'
import {plansOf, unreadable} from './salvage.js'

/** The members of a container as files of their own, in order; of any other file the file itself. */
export type Unpack = (file: RawFile, tell?: Tell) => AsyncIterable<RawFile> | Iterable<RawFile>

/** Where unpacking says what went wrong, and in which member. */
export type Tell = (note: Note, member: string | null) => void

/** What turns files into parcels: the same on every thread. */
export interface Workshop {
  readonly pipeline: Pipeline<RawFile, Plans>
  readonly unpack: Unpack
}

/** A file as it lies on the disk, with the key of its result. */
export interface Loaded {
  readonly bytes: Uint8Array
  readonly sidecar: Sidecar | null
  readonly key: string
}

/** Reads a file and what stands beside it. Throws where the disk does. */
export function load({path, file}: Input, pipeline: Workshop['pipeline']): Loaded {
  const bytes = readFileSync(file)
  let beside = ''
  try {
    beside = readFileSync(`${file}.source.json`, 'utf8')
  } catch {
    // Most files have none.
  }
  const digest = createHash('sha256').update(bytes).digest('hex')
  return {
    bytes,
    sidecar: parsed(beside),
    key: keyOf(digest, path, beside, versionOf(pipeline), `emit@${emitVersion}`)
  }
}

function parsed(json: string): Sidecar | null {
  if (json === '') return null
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Sidecar) : {note: value}
  } catch {
    return {unparsed: json}
  }
}

/** Makes one input and fills its slot. Whatever is in the file, there is an entry afterwards. */
export async function work(input: Input, out: string, workshop: Workshop): Promise<Entry> {
  const filling = fill(slotOf(out, input.path), input.path)
  let loaded: Loaded
  try {
    loaded = load(input, workshop.pipeline)
  } catch (error) {
    filling.put(unread(input, error))
    return filling.close('')
  }
  const file: RawFile = {path: input.path, bytes: loaded.bytes}
  for await (const parcel of parcelsOf(file, loaded.sidecar, workshop)) filling.put(parcel)
  return filling.close(loaded.key)
}

/**
 * A parcel for each source a file holds; where unpacking a container had something to say, one for the container itself, last.
 * Never throws.
 */
export async function* parcelsOf(
  file: RawFile,
  sidecar: Sidecar | null,
  workshop: Workshop
): AsyncGenerator<Parcel> {
  const told: Note[] = []
  let members = 0
  try {
    const tell: Tell = (note, member) =>
      void told.push(
        member === null || note.reason.includes(member)
          ? note
          : {...note, reason: `${member}: ${note.reason}`}
      )
    for await (const member of workshop.unpack(file, tell)) {
      members++
      yield await parcelOf(member, sidecar, workshop.pipeline)
    }
  } catch (error) {
    told.push(note('error', 'run/unreadable-file', `${file.path} could not be unpacked: ${reasonOf(error)}`))
  }
  if (told.length > 0) yield container(file, told, members, sidecar)
}

/** The parcel of a container: no text of its own, only what was said of it. */
function container(file: RawFile, notes: readonly Note[], members: number, sidecar: Sidecar | null): Parcel {
  const broken = notes.some(note => note.severity === 'error')
  const status = !broken ? 'ok' : members > 0 ? 'partial' : 'unreadable'
  const mediaType = `application/${sniff(file.bytes, file.path)}`
  const source = {...unreadable(file), status, mediaType} as const
  const plans: Plans = {source, documents: [], indicators: [], commitments: []}
  return emit({plans, postings: [], notes, sidecar, failed: false})
}

/** One source through the pipeline and into files as values. */
export async function parcelOf(
  file: RawFile,
  sidecar: Sidecar | null,
  pipeline: Workshop['pipeline']
): Promise<Parcel> {
  const outcome = await execute(pipeline, file)
  const failed = outcome.failed !== null
  const plans = plansOf(outcome, file)
  const notes = [...outcome.notes, ...misquotes(plans, outcome.postings)]
  try {
    return emit({plans, postings: outcome.postings, notes, sidecar, failed})
  } catch (error) {
    const reason = `Writing broke: ${reasonOf(error)}`
    const bare: Plans = {...plans, documents: [], indicators: [], commitments: []}
    const all = [...notes, note('error', 'run/stage-failed', reason)]
    return emit({plans: bare, postings: outcome.postings, notes: all, sidecar, failed: true})
  }
}

/** The parcel of a file that could not even be opened. */
export function unread({path}: {path: string}, error: unknown, bytes: Uint8Array = new Uint8Array()): Parcel {
  const notes: Note[] = [
    note('error', 'run/unreadable-file', `${path} could not be read: ${reasonOf(error)}`)
  ]
  const plans: Plans = {source: unreadable({path, bytes}), documents: [], indicators: [], commitments: []}
  return emit({plans, postings: [], notes, sidecar: null, failed: true})
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
