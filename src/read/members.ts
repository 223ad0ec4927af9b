import type {Note} from '../core/note.js'

/** Says something of a container, or of the member of it that is named. */
export type Tell = (note: Note, entry: string | null) => void

/** Bytes that a container holds under a name. */
export interface Member {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What may still be unpacked, and what came of it. */
export interface Budget {
  bytes: number
  members: number
  skipped: number
  found: number
}
