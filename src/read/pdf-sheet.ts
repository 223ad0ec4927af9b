import type {Ruling} from './pdf-glyphs.js'
import type {Sign} from './pdf-lines.js'

/** A page that was read: its size in points, its characters and its ruled lines. */
export interface Sheet {
  readonly page: number
  readonly width: number
  readonly height: number
  readonly signs: readonly Sign[]
  readonly rulings: readonly Ruling[]
}
