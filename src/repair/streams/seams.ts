import type {Unit} from '../units/units.js'

/** What the text itself shows at the seam before each unit, where one stream may stop and another go on. */
export interface Seams {
  /** How the line breaks lie around it: 1 at one, 2 a sentence before the next, 4 a sentence behind the last, added up. */
  readonly layouts: Uint8Array
  /** How the sentence before it ends: 0 whole, 1 with ；, 2 in the middle. */
  readonly endings: Uint8Array
}

export function seamsIn(units: readonly Unit[]): Seams {
  return {
    layouts: Uint8Array.from(units, (unit, t) => {
      const opens = (u: Unit | undefined, layout: number) => (u?.opens ? layout : 0)
      return opens(unit, 1) + opens(units[t + 1], 2) + opens(units[t - 1], 4)
    }),
    endings: Uint8Array.from(units, (_, t) => (t > 0 ? endingOf(units[t - 1]!.text) : 0))
  }
}

function endingOf(text: string): number {
  const last = text.charCodeAt(text.length - 1)
  if (last === 0xff1b || last === 0x3b) return 1
  return /[。！？”’）》：:]\s*$/u.test(text) ? 0 : 2
}
