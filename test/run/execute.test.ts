import {describe, expect, test} from 'vitest'
import type {Source} from '../../src/core/source.js'
import {pipeline, type Stage} from '../../src/core/stage.js'
import {execute} from '../../src/run/execute.js'
import {plansOf} from '../../src/run/salvage.js'
import {misquotes} from '../../src/run/quotes.js'
import {tiny} from './tiny.js'
import type {RawFile} from '../../src/core/source.js'
import type {Plans} from '../../src/indicators/plans.js'

const file = (text: string): RawFile => ({path: 'a.txt', bytes: Buffer.from(text)})

const careless: Stage<Plans, Plans> = {
  name: 'careless',
  version: 1,
  run: plans => ({
    ...plans,
    documents: plans.documents.map(document => ({...document, children: document.children.slice(1)}))
  }),
  books: ({source, documents}) => ({
    raw: source.text,
    kept: documents
      .flatMap(d => d.children)
      .flatMap(p => (p as {children: {trace: [number, number][]}[]}).children[0]!.trace)
  })
}

const clumsy: Stage<Plans, Plans> = {
  name: 'clumsy',
  version: 1,
  run: (_plans, context) => {
    context.post({span: [0, 3], fate: 'chrome', rule: 'tiny/void'})
    throw new Error('a thing of glass')
  }
}

describe('execute', () => {
  test('gives the value, the postings and the notes of all stages', async () => {
    const outcome = await execute(tiny, file('第一章\n打印本页\n'))
    expect(outcome.failed).toBeNull()
    expect(outcome.postings).toEqual([{span: [4, 8], fate: 'chrome', rule: 'tiny/print'}])
    expect(outcome.notes).toEqual([])
  })

  test('blames a loss on the stage that lost it', async () => {
    const {notes} = await execute(tiny.to(careless), file('甲乙丙\n丁戊\n'))
    expect(notes.map(note => [note.rule, note.severity, note.at])).toEqual([
      ['ledger/unaccounted', 'error', [0, 4]]
    ])
    expect(notes[0]!.reason).toMatch('`careless`')
  })

  test('keeps what the stages before a broken one made, and voids what it posted', async () => {
    const outcome = await execute(tiny.to(clumsy), file('甲\n'))
    expect(outcome.failed).toBe('clumsy')
    expect(outcome.postings).toEqual([])
    expect(outcome.notes.map(note => note.rule)).toEqual(['run/stage-failed'])
    expect(plansOf(outcome, file('甲\n')).documents).toHaveLength(1)
  })

  test('says unreadable where the first stage broke', async () => {
    const outcome = await execute(tiny, file('~~~'))
    expect(plansOf(outcome, file('~~~')).source).toMatchObject({
      status: 'unreadable',
      path: 'a.txt',
      bytes: 3
    })
  })

  test('writes a draft as paragraphs where there is no tree yet', async () => {
    const source = {id: 's', path: 'a.txt', text: '甲\n乙', status: 'ok', meta: {}} as unknown as Source
    const draft = {
      source,
      blocks: [
        {kind: 'paragraph' as const, text: [{text: '甲', raw: [0, 1] as const}], hint: {}},
        {kind: 'paragraph' as const, text: [{text: '乙', raw: [2, 3] as const}], hint: {}}
      ]
    }
    const drafting: Stage<RawFile, typeof draft> = {name: 'drafting', version: 1, run: () => draft}
    const breaking: Stage<typeof draft, Plans> = {
      name: 'breaking',
      version: 1,
      run: () => {
        throw new Error('no')
      }
    }
    const outcome = await execute(pipeline<RawFile>('p').to(drafting).to(breaking), file('甲\n乙'))
    const plans = plansOf(outcome, file('甲\n乙'))
    expect(plans.documents[0]!.children.map(child => child.type)).toEqual(['paragraph', 'paragraph'])
  })
})

describe('misquotes', () => {
  const plans = (value: string, trace: [number, number][]) =>
    ({
      source: {text: '二0三五年建成'},
      documents: [
        {
          type: 'document',
          meta: {},
          children: [{type: 'paragraph', children: [{type: 'text', value, trace}]}]
        }
      ]
    }) as unknown as Plans

  test('finds a text that reads otherwise than its trace', () => {
    expect(misquotes(plans('二0三六年', [[0, 5]]), []).map(note => note.rule)).toEqual(['ledger/misquoted'])
  })

  test('reads posted rewrites in the place of the raw text', () => {
    const postings = [{span: [1, 2] as const, fate: 'kept' as const, rule: 'x/y', text: '〇'}]
    expect(misquotes(plans('二〇三五年', [[0, 5]]), postings)).toEqual([])
    expect(misquotes(plans('二0三五年', [[0, 5]]), postings)).toHaveLength(1)
  })

  test('finds a duplicate of text that is not kept', () => {
    const posting = (of: [number, number]) => [
      {span: [5, 7] as const, fate: 'duplicate' as const, rule: 'x/y', of}
    ]
    expect(misquotes(plans('二0三五年', [[0, 5]]), posting([0, 4]))).toEqual([])
    expect(misquotes(plans('二0三五年', [[0, 5]]), posting([3, 7])).map(note => note.rule)).toEqual([
      'ledger/duplicate-of-nothing'
    ])
  })
})
