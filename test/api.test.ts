import {expect, test} from 'vitest'
import * as guihua from '../src/index.js'
import * as pipelines from '../pipelines/index.js'

test('guihua exports these and no others', () => {
  expect(Object.keys(guihua).sort()).toEqual([
    'audit',
    'childrenOf',
    'clean',
    'compare',
    'documentRow',
    'emit',
    'execute',
    'findingRow',
    'indicators',
    'inputsOf',
    'ledgerRow',
    'markdownFile',
    'note',
    'pipeline',
    'read',
    'repair',
    'runCorpus',
    'schemaFiles',
    'segment',
    'settle',
    'sourceRow',
    'tables',
    'tablesOf',
    'textFile',
    'toText',
    'traceOf',
    'verify',
    'versionOf',
    'walk'
  ])
})

test('guihua/pipelines exports the pipelines by name', () => {
  expect(Object.keys(pipelines.pipelines).sort()).toEqual(['corpus', 'text'])
})

test('the library in a few lines: a file in, documents and files out', async () => {
  const {execute, emit} = guihua
  const bytes = new TextEncoder().encode('云岭州养老服务规划\n\n第一章　总则\n到2025年建成3所。\n')
  const {value, postings, notes} = await execute(pipelines.pipelines['corpus']!, {path: 'plan.txt', bytes})
  const {files} = emit({plans: value!, postings, notes, sidecar: null, failed: false})
  expect(value!.documents.map(document => document.meta.title)).toEqual(['云岭州养老服务规划'])
  expect(files.map(file => file.path.split('/').at(-1))).toContain('document.md')
})
