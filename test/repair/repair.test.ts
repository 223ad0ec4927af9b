import fc from 'fast-check'
import {describe, expect, test, vi} from 'vitest'
import {draftText} from '../../src/core/draft.js'
import {copied, copyings} from '../eval/copies.js'
import {linesOf, repaired, sentencesOf} from '../eval/restore.js'
import {weave, type Model} from '../eval/damage.js'
import {prose, sentence} from './specimen.js'

vi.setConfig({testTimeout: 300_000})

const model: Model = {
  name: '',
  streams: 2,
  run: [160, 110],
  spread: 0.2,
  leap: [0.6, 0],
  leapMost: 2,
  drop: 0,
  layout: 'runs',
  stop: 'all'
}

describe('repair leaves sound text alone', () => {
  test('prose, and it is the same object', () => {
    const {before, after} = repaired(prose(80).join('\n'))
    expect(after).toBe(before)
  })

  test('a refrain that recurs in every chapter', () => {
    const refrain = '以上任务由州人民政府督查室按季督查，结果向社会公布。'
    const text = prose(90)
      .flatMap((s, i) => (i % 10 === 9 ? [s, refrain] : [s]))
      .join('\n')
    expect(draftText(repaired(text).after)).toBe(text)
  })

  test('boxes that a table at the end repeats', () => {
    const all = prose(90)
    const boxes = all.filter((_, i) => i % 9 < 3)
    const text = [...all, '附表：重点项目', ...boxes].join('\n')
    expect(draftText(repaired(text).after)).toBe(text)
  })

  test('boxes that a table in the same chapter repeats', () => {
    const text = Array.from({length: 9}, (_, c) => {
      const own = prose(10, c * 10)
      return [...own, ...own.slice(3, 7)]
    })
      .flat()
      .join('\n')
    expect(draftText(repaired(text).after)).toBe(text)
  })

  test('an older version of each chapter before the newer', () => {
    const text = Array.from({length: 8}, (_, c) => {
      const chapter = prose(14, c * 14)
      return [...chapter.filter((_, i) => i % 5 !== c % 5), ...chapter]
    })
      .flat()
      .join('\n')
    expect(draftText(repaired(text).after)).toBe(text)
  })

  test('comments behind a text that quote it in its order', () => {
    const plan = prose(120)
    const comments = Array.from({length: 12}, (_, i) => [
      ...plan.slice(i * 10, i * 10 + 3),
      ...prose(2, 300 + i * 2)
    ])
    const text = [...plan, ...comments.flat()].join('\n')
    expect(draftText(repaired(text).after)).toBe(text)
  })

  test('a contents page before the headings it names', () => {
    const heads = Array.from(
      {length: 12},
      (_, i) => `第${'一二三四五六七八九'[i % 9]}节 推进${sentence(i * 9).slice(3, 12)}和保护`
    )
    const text = ['目录', ...heads, ...heads.flatMap((h, i) => [h, ...prose(6, i * 6)])].join('\n')
    expect(draftText(repaired(text).after)).toBe(text)
  })

  test('cells that say the same one under the other', () => {
    const text = ['指标', '2020年', '2025年', '基本建立', '基本建立', '预期性', '预期性', '100', '100'].join(
      '\n'
    )
    expect(draftText(repaired(text).after)).toBe(text)
  })
})

describe('repair of a text that is woven amid', () => {
  test('leaves the lines at both ends as they are', () => {
    const [head, tail] = [prose(40), prose(40, 160)]
    const woven = weave(prose(120, 40), model, 3).text
    const lines = linesOf(repaired([...head, woven, ...tail].join('\n')).after)
    expect(lines.slice(0, 30)).toEqual(head.slice(0, 30))
    expect(lines.slice(-30)).toEqual(tail.slice(-30))
  })
})

describe('repair reports a text that stands again with others between', () => {
  const again = (size: number) =>
    [0, 1, 2, 3].flatMap(k => [...prose(10, 40 + 10 * k), ...prose(size, size * k)])

  test('and leaves it as it is, as two versions look the same', () => {
    const text = [...prose(18), ...again(4)].join('\n')
    const {after, notes} = repaired(text)
    expect(draftText(after)).toBe(text)
    expect(notes.map(n => n.rule)).toEqual(['repair/broken-copy'])
  })

  test('but not headings of a contents page, one by one before their texts', () => {
    const text = [...prose(18), ...again(1)].join('\n')
    expect(repaired(text).notes).toEqual([])
  })
})

describe('repair lets repeats go', () => {
  test.each([
    ['p1 p1', [0, 0, 1, 2]],
    ['p1 p2 p1 p2', [0, 1, 0, 1, 2]],
    ['three times', [0, 0, 0, 1, 2]],
    ['shifted', [0, 1, 2, 1, 2, 3]]
  ])('%s', (_, order) => {
    const text = order.map(sentence).join('\n')
    const {after, breaches} = repaired(text)
    expect(linesOf(after)).toEqual([...new Set(order)].map(sentence))
    expect(breaches).toBe(0)
  })

  test('a heading right under itself, but no row of a table', () => {
    const heads = ['第二节 水库管护', '二、总体要求', '（三）巡查']
    const doubled = [
      ...heads.flatMap(head => [head, head, sentence(head.length)]),
      '1.水库管护',
      '1.水库管护'
    ]
    expect(linesOf(repaired(doubled.join('\n')).after)).toEqual([
      ...heads.flatMap(head => [head, sentence(head.length)]),
      '1.水库管护',
      '1.水库管护'
    ])
  })

  test('rows of a table where text was copied all over the place, but nowhere else', () => {
    const row = ['农村自来水普及率（%）', '78.4', '91.6', '16.8']
    const marks = ['预期性', '预期性']
    const rows = [...row, ...row, ...marks, ...marks]
    const copied = prose(10).flatMap(line => [line, line, sentence(40 + line.length)])
    const kept = linesOf(repaired([...copied, ...rows].join('\n')).after)
    expect(kept.slice(-8)).toEqual([...row, ...marks, ...marks])
    expect(linesOf(repaired([...prose(10), ...rows].join('\n')).after)).toHaveLength(10 + rows.length)
  })

  const refrain = '以上任务由州人民政府督查室按季督查，结果向社会公布。'

  test('of the whole text, in which a refrain recurs', () => {
    const text = prose(30).flatMap((s, i) => (i % 7 === 3 ? [s, refrain] : [s]))
    const {after, breaches} = repaired([...text, ...text].join('\n'))
    expect(linesOf(after)).toEqual(text)
    expect(breaches).toBe(0)
  })

  test('of stretches in each of which one sentence recurs', () => {
    const stretches = [0, 1, 2].map(n => [sentence(3 * n), refrain, sentence(3 * n + 1), refrain])
    const text = stretches.flatMap(stretch => [...stretch, ...stretch]).join('\n')
    expect(linesOf(repaired(text).after)).toEqual(stretches.flat())
  })

  test('that hold repeats themselves', () => {
    const text = [0, 0, 1, 0, 0, 1].map(sentence).join('\n')
    expect(linesOf(repaired(text).after)).toEqual([0, 1].map(sentence))
    const {after} = repaired([0, 1, 1, 0, 1].map(sentence).join('\n'))
    expect(linesOf(after)).toEqual([0, 1].map(sentence))
  })

  test('within a line', () => {
    expect(linesOf(repaired(sentence(0) + sentence(0)).after)).toEqual([sentence(0)])
  })

  const office = '（牵头单位：青禾县水务局）'
  test.each([
    ['a remark behind a stop', sentence(0) + office],
    ['a remark without one', sentence(0).slice(0, -1) + office],
    ['a title', '第三节 水库管护']
  ])('within a line that ends with %s', (_, line) => {
    expect(linesOf(repaired([sentence(5), line + line].join('\n')).after)).toEqual([sentence(5), line])
    expect(linesOf(repaired(`${line} ${line}　${line}`).after).map(kept => kept.trimEnd())).toEqual([line])
  })

  test.each(['2020年 年均增长 2020年 年均增长', '齐心协力，齐心协力', `${sentence(0)}${office}${office}`])(
    'but not what a row or a slogan says twice: %s',
    line => {
      expect(linesOf(repaired(line).after)).toEqual([line])
    }
  )

  const short = ['同志们：', '专栏3 水库管护', '1.渠首改造', '水库已经修好。', office + '。']
  const cells = [
    '指标',
    '2025年',
    '预期性',
    '预期性',
    '100',
    '100',
    '万元',
    '万元',
    ...Array<string>(5).fill('已完成。')
  ]

  test('short ones, where text was copied all over the place, but no cells', () => {
    const lines = prose(12).flatMap((s, i) => [s, ...(short[i] ? [short[i]] : [])])
    const copied = [...lines.flatMap(line => [line, line]), ...cells, sentence(20)]
    const {after, breaches} = repaired(copied.join('\n'))
    expect(linesOf(after)).toEqual([...lines, ...cells, sentence(20)])
    expect(breaches).toBe(0)
  })

  test('but short ones stay where little was copied', () => {
    const text = [...prose(40), ...short.flatMap(line => [line, line]), ...cells, sentence(50)]
    expect(linesOf(repaired([sentence(0), ...text].join('\n')).after)).toEqual(text)
  })

  test.each(copyings)('%s: and finds nothing to do in what it left', way => {
    const lines = prose(40).flatMap((s, i) => (i % 7 === 3 ? [s, refrain] : [s, short[i % 9] ?? '预期性']))
    const once = repaired(copied(way, lines, 2))
    expect(once.postings.length).toBeGreaterThan(0)
    expect(repaired(draftText(once.after)).postings).toEqual([])
  })

  test('every duplicate points to text that is kept', () => {
    const {postings, after} = repaired([0, 0, 0, 1, 2, 1, 2].map(sentence).join('\n'))
    const kept = new Set<number>()
    for (const block of after.blocks)
      if (block.kind === 'paragraph')
        for (const {raw} of block.text) for (let i = raw[0]; i < raw[1]; i++) kept.add(i)
    expect(postings.length).toBeGreaterThan(0)
    for (const posting of postings) {
      if (posting.fate !== 'duplicate') continue
      for (let i = posting.of![0]; i < posting.of![1]; i++) expect(kept.has(i)).toBe(true)
    }
  })

  const first =
    '完善灌溉补贴办法，按照不低于州级标准发放补贴资金，把渠系管护纳入村规民约，由村民小组轮流巡查水渠和闸门。'
  test('a paragraph in two wordings, and shows the difference', () => {
    const second = first.replace('办法', '制度')
    const {after, notes} = repaired([first, second, sentence(3)].join('\n'))
    expect(linesOf(after)).toEqual([first, sentence(3)])
    expect(notes.map(n => n.reason).join()).toContain('“办法” / “制度”')
  })

  test.each([
    ['a figure', '三年内按照12元发放', '三年内按照15元发放'],
    ['a unit', '发放补贴5万元整', '发放补贴5亿元整'],
    ['a negation', '补贴应当公开发放', '补贴不应公开发放'],
    ['a Han numeral', '在三个乡镇试行', '在五个乡镇试行']
  ])('but not where the wordings differ in %s', (_, x, y) => {
    const text = [first + x + '。', first + y + '。'].join('\n')
    const {after, notes} = repaired(text)
    expect(draftText(after)).toBe(text)
    expect(notes.map(n => n.rule)).toContain('repair/reworded-figures')
  })
})

describe('repair puts interleaved text back', () => {
  test.each([1, 2, 3])('two readers, a line a run, seed %i', seed => {
    const damaged = weave(prose(140), model, seed)
    const {after, breaches, notes} = repaired(damaged.text)
    expect(notes.some(n => n.rule === 'repair/interleaved')).toBe(true)
    expect(breaches).toBe(0)
    expect(sentencesOf(after)).toEqual(damaged.truth)
  })

  test.each([1, 2, 3])('and says where only the fast reader is left, seed %i', seed => {
    const sentences = prose(140)
    const early = weave(sentences, {...model, until: 0.3, stop: 'first'}, seed)
    const last = Math.max(...early.laid!.filter(({stream}) => stream === 1).map(({place}) => place))
    const alone = early.laid!.find(({stream, place}) => stream === 0 && place > last)!
    const named = repaired(early.text).notes.filter(n => n.rule === 'repair/read-alone')
    expect(named.map(({at}) => early.text.slice(...at!))).toEqual([sentences[alone.place]])
    const both = weave(sentences, {...model, leap: [0, 0]}, seed)
    expect(repaired(both.text).notes.map(n => n.rule)).not.toContain('repair/read-alone')
  })

  test.each(['lines', 'late', 'one', 'runs', 'sentences'] as const)(
    'with title and period as lines over it, laid out as %s',
    layout => {
      const over = ['青禾县水利发展“十四五”规划', '（2021—2025年）']
      const {text, truth} = weave(prose(140), {...model, layout}, 5)
      const lines = linesOf(repaired([...over, text].join('\n')).after)
      expect(lines.slice(0, 2)).toEqual(over)
      expect(lines[2]!.startsWith(truth[0]!)).toBe(true)
    }
  )

  const far: Model = {
    ...model,
    run: [300, 90],
    leap: [0.7, 0],
    leapMost: 14,
    layout: 'sentences',
    stop: 'first'
  }

  test.each([1, 12, 16])('one of whom is left so far behind that they hardly meet, seed %i', seed => {
    const damaged = weave(prose(260), far, seed)
    const {after, notes} = repaired(damaged.text)
    expect(notes.some(n => n.rule === 'repair/interleaved')).toBe(true)
    expect(sentencesOf(after).sort()).toEqual([...damaged.truth].sort())
  })

  test.each([5, 9, 14])('but where neither overtakes the other, it is left and named, seed %i', seed => {
    const {text} = weave(prose(260), far, seed)
    const {after, notes} = repaired(text)
    expect(draftText(after)).toBe(text)
    expect(notes.map(n => n.rule)).toEqual(['repair/broken-copy'])
  })

  test.each([5, 10, 14])('paragraphs that were read as wholes, and none of them is torn, seed %i', seed => {
    const lengths = Array.from({length: 80}, (_, i) => 1 + ((i * 7) % 5))
    let from = 0
    const paragraphs = lengths.map(length => prose(length, (from += length) - length).join(''))
    const whole: Model = {
      ...model,
      counted: true,
      run: [3, 2],
      spread: 0.5,
      leapMost: 3,
      layout: 'sentences',
      stop: 'first'
    }
    const damaged = weave(paragraphs, whole, seed)
    const text = sentencesOf(repaired(damaged.text).after).join('')
    expect(damaged.truth.filter(paragraph => text.split(paragraph).length !== 2)).toEqual([])
  })

  test('and finds nothing to do in what it made', () => {
    const {after} = repaired(weave(prose(140), model, 4).text)
    const again = repaired(draftText(after))
    expect(again.after).toBe(again.before)
  })

  test('without losing or doubling a character, whatever the weaving', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e6}),
        fc.integer({min: 2, max: 3}),
        fc.constantFrom('lines', 'late', 'one', 'runs', 'sentences'),
        fc.integer({min: 20, max: 120}),
        (seed, streams, layout, count) => {
          const run = [180, 120, 90].slice(0, streams)
          const damaged = weave(
            prose(count),
            {...model, streams, run, layout, leap: [0.5, 0.2, 0].slice(0, streams), drop: 0.02},
            seed
          )
          expect(repaired(damaged.text).breaches).toBe(0)
        }
      ),
      {numRuns: 25, seed: 7}
    )
  })
})
