import {describe, expect, it} from 'vitest'
import {joinsOf} from '../../src/clean/joins.js'
import {specimens} from '../eval/sources.js'

const lines = specimens().flatMap(({paragraphs}) => paragraphs)
const joins = joinsOf(lines)

describe('a line goes on with another', () => {
  it('the likelier, the more the words that meet are written elsewhere', () => {
    const odds = (a: string, b: string) => joins.odds(a, b, false)
    expect(odds('完善社会救', '助制度')).toBeGreaterThan(odds('完善社会救', '墀制度'))
    expect(odds('完善社会救', '助制度')).toBeGreaterThan(0)
    expect(odds('完善社会救', '墀制度')).toBeLessThan(0)
  })

  it('as a rule where it does, and less likely as a rule where it does not', () => {
    const places = lines
      .filter(line => line.length > 20)
      .map(line => [line.slice(0, 10), line.slice(10)] as const)
    const share = (pairs: readonly number[], holds: (odds: number) => boolean) =>
      pairs.filter(holds).length / pairs.length
    const real = places.map(([a, b]) => joins.odds(a, b, true))
    const chance = places.map(([a], i) => joins.odds(a, places[(i + 97) % places.length]![1], false))
    expect(share(real, odds => odds > 0)).toBeGreaterThan(0.6)
    expect(share(chance, odds => odds < 0)).toBeGreaterThan(0.75)
  })
})
