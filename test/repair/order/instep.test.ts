import {expect, test} from 'vitest'
import {originsOf, repeatsIn} from '../../../src/repair/repeats/repeats.js'
import {sameAs, unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {weave} from '../../eval/damage.js'
import {models} from '../../eval/models.js'
import {repaired, sentencesOf, sourceOf} from '../../eval/restore.js'
import {prose} from '../specimen.js'

const unitsIn = (text: string) => unitsOf(readPlain(sourceOf(text)).blocks)

test('what stands again right after itself has its origin there, however often', () => {
  const [a, b, c] = prose(3)
  const units = unitsIn([a, b, a, b, a, b, c].join(''))
  expect([...originsOf(repeatsIn(units), units.length)]).toEqual([0, 1, 0, 1, 0, 1, 6])
})

test('of three readers two go in step, and each sentence stands once', () => {
  const model = {
    ...models[0]!,
    streams: 3,
    run: [200, 200, 200],
    spread: 0,
    leap: [0.4, 0, 0],
    drop: 0,
    layout: 'one' as const,
    stop: 'all' as const
  }
  const {text, truth} = weave(prose(160), model, 5)
  const {after, breaches} = repaired(text)
  expect(breaches).toBe(0)
  expect(sentencesOf(after)).toEqual(truth.map(sameAs))
})
