import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {sentences} from '../../src/zh/sentences.js'
import {weave} from '../eval/damage.js'
import {models} from '../eval/models.js'
import {planText} from './plans.js'

/** What two and three readers cost. */
const woven = ['two readers, late lines', 'three readers']

/** Writes a sound plan of about so many megabytes and, for each of the models, an interleaved one of the same size. */
export function wovenPlans(
  folder: string,
  megabytes: number
): {readonly sound: string; readonly woven: readonly {readonly name: string; readonly path: string}[]} {
  const size = megabytes * 1e6
  const write = (name: string, text: string) => {
    const path = join(folder, `${name}-${megabytes}.txt`)
    writeFileSync(path, text)
    return path
  }
  const plan = planText(1, size)
  const all = sentences(plan.replace(/\s+/gu, ''))
  return {
    sound: write('sound', plan),
    woven: woven.map((name, i) => {
      const model = models.find(each => each.name === name)!
      const {text} = weave(all, model, 1)
      // what stands twice makes the text longer
      const share = Buffer.byteLength(plan) / Buffer.byteLength(text)
      const fit = weave(all.slice(0, Math.round(all.length * share)), model, 1)
      return {name, path: write(`woven-${i}`, fit.text)}
    })
  }
}
