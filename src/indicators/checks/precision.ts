/** How exactly a number was written. */

/** Half a unit in its last place: 98.67 → 0.005, 1200 → 0.5. Zeros that only fill up (3.70 %) may be formatting and count as unwritten. */
export function halfStep(raw: string): number {
  const digits = /\d+(?:,\d{3})*(?:\.(\d+))?/u.exec(raw)?.[1]?.replace(/0+$/u, '') ?? ''
  return 0.5 * 10 ** -digits.length
}

/** Are two numbers the same but for the rounding either was written with? */
export function agree(a: number, b: number, stepA: number, stepB: number): boolean {
  return Math.abs(a - b) <= Math.max(stepA, stepB) * (1 + 1e-9)
}
