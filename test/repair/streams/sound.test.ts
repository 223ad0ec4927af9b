import {describe, expect, test} from 'vitest'
import {soundStretches} from '../../../src/repair/streams/sound.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'
import {sentence} from '../specimen.js'

/** Forty sentences of two readers who take turns, a line a run, and behind them these lines of one of them. */
function soundBehind(lines: readonly string[]): number {
  const woven = Array.from({length: 20}, (_, run) => sentence(2 * run) + sentence(2 * run + 1))
  const units = unitsOf(readPlain(sourceOf([...woven, ...lines].join('\n'))).blocks)
  const labels = Uint8Array.from(units, (_, t) => (t < 40 ? (t >> 1) % 2 : 0))
  return soundStretches(units, labels).reduce((sum, own) => sum + own, 0)
}

describe('behind the last turn', () => {
  const items = Array.from({length: 8}, (_, i) => [`——${sentence(60 + 3 * i)}`, sentence(61 + 3 * i)])

  test('line ends are the author’s where items begin lines', () => {
    expect(soundBehind(items.map(item => item.join('')))).toBe(14)
  })

  test('and the reader’s where items stand amid them', () => {
    const runs = items.map((item, i) => item[1]! + (items[i + 1]?.[0] ?? ''))
    expect(soundBehind([items[0]![0]!, ...runs])).toBe(0)
  })
})
