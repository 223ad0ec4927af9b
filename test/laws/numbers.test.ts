import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import {leavesOf} from '../../src/emit/leaves.js'
import {execute} from '../../src/run/execute.js'
import './chance.js'
import {bytesOf, soup} from './soup.js'

/** A statement of a plan, and what may be other in one that is not the same. */
const statement = fc.record({
  place: fc.constantFrom('云岭州', '青禾县', '临泽旗', '碧湖区'),
  matter: fc.constantFrom('社区养老服务设施建设工作', '城乡低保对象动态管理工作', '殡葬基础设施改造工作'),
  year: fc.integer({min: 2011, max: 2035}),
  figure: fc.integer({min: 1, max: 9999}),
  unit: fc.constantFrom('个', '张', '万元', '公里', '%'),
  done: fc.constantFrom('已完成', '未完成', '不再列入', '无须列入')
})
type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never

const said = ({place, matter, year, figure, unit, done}: Statement) =>
  `${place}按照统一部署推进${matter}，在全面摸底和充分论证的基础上，到${year}年新增${figure}${unit}，此项任务${done}年度考核。`

/** Two statements that differ in a figure, a year, a unit or a negation, and in nothing else. */
const pair = fc
  .tuple(
    statement,
    statement,
    fc.constantFrom('year' as const, 'figure' as const, 'unit' as const, 'done' as const)
  )
  .map(([one, other, field]) => [said(one), said({...one, [field]: other[field]})] as const)
  .filter(([one, other]) => one !== other)

const kept = async (text: string) => {
  const {value} = await execute(pipelines['corpus']!, {path: 'a.txt', bytes: bytesOf(text)})
  return value!.documents.flatMap(document => leavesOf(document).map(leaf => leaf.value)).join('\n')
}

test('two texts that differ in a figure, a year, a unit or a negation both stay', async () => {
  const others = fc.array(statement.map(said), {maxLength: 4})
  await fc.assert(
    fc.asyncProperty(pair, others, async ([one, other], between) => {
      const whole = await kept(
        ['云岭州养老服务规划', '第一章　总则', one, ...between, '第二章　任务', other].join('\n')
      )
      expect(whole).toMatch(one)
      expect(whole).toMatch(other)
    })
  )
})

test('no figure comes from nowhere and none is written otherwise', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async text => {
      const figures = (words: string) => (words.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []).length
      expect(figures(await kept(text))).toBeLessThanOrEqual(figures(text))
    })
  )
})
