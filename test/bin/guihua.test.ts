import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'

vi.setConfig({testTimeout: 60_000})

/** The built program, from outside: `npm test` builds it first. */
const program = fileURLToPath(new URL('../../.dist/src/bin/guihua.js', import.meta.url))

let home: string
beforeAll(() => {
  if (!existsSync(program)) throw new Error('the program is not built: npm run build')
  home = mkdtempSync(join(tmpdir(), 'guihua-bin-'))
})
afterAll(() => rmSync(home, {recursive: true, force: true}))

function guihua(args: readonly string[], input = '') {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
    cwd: home,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {...process.env, NO_COLOR: '1'}
  })
  return {status, stdout, stderr}
}

/** A folder with the given files. */
function folder(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(home, name)
  mkdirSync(path, {recursive: true})
  for (const [file, data] of Object.entries(files)) writeFileSync(join(path, file), data)
  return path
}

const plan = `云岭州养老服务“十四五”规划

第一章　发展基础
到2020年，全州养老床位达到3200张。
第二章　主要任务
第一节　建强网络
新建县级中心4个。
`

const rows = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as Record<string, unknown>)

describe('wrong usage is one clear line and exit 2', () => {
  test.each([
    ['an unknown option', ['run', '--frob'], /unknown option '--frob'/],
    ['an unknown command', ['frob'], /unknown command 'frob'/],
    ['a path that is not there', ['run', 'nowhere'], /nowhere does not exist/],
    ['a number of jobs that is none', ['run', '.', '--jobs', 'many'], /--jobs many/],
    [
      'a pipeline that is not there',
      ['run', program, '--pipeline', 'frob', '--out', 'o'],
      /no pipeline is called frob/
    ],
    ['a missing argument', ['clean'], /missing required argument/],
    ['a file that is not there', ['clean', 'nowhere.txt'], /nowhere.txt does not exist/],
    ['no output folder', ['verify', '.'], /holds no sources.jsonl/],
    ['no output folder to ask', ['why', '.'], /holds no sources.jsonl/],
    ['a rule that is not there', ['rules', 'no/such'], /no rule is called no\/such/]
  ])('%s', (_what, args, says) => {
    const {status, stdout, stderr} = guihua(args)
    expect(stderr).toMatch(says)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stdout).toBe('')
    expect(status).toBe(2)
  })

  test('a folder without a file to read', () => {
    const {status, stderr} = guihua(['run', folder('empty', {})])
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toMatch(/holds no file to read/)
  })

  test('an output folder that cannot be written', () => {
    const raw = folder('fine', {'a.txt': plan})
    const {status, stderr} = guihua(['run', raw, '--out', join(raw, 'a.txt')])
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toMatch(/name another folder with --out/)
  })
})

describe('guihua run', () => {
  test('writes everything, says what it found, and its books can be proved again', () => {
    const raw = folder('raw', {'a.txt': plan})
    const {status, stdout, stderr} = guihua(['run', 'raw'])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/1 document from 1 file/)
    const [document] = rows(join(home, 'out', 'documents.jsonl'))
    expect(document).toMatchObject({title: '云岭州养老服务“十四五”规划', counts: {sections: 3}})
    const proof = guihua(['verify', 'out', '--raw', raw])
    expect([proof.status, proof.stderr]).toEqual([0, ''])
    expect(proof.stdout).toMatch(/the books balance, against the raw files too/)
  })

  test('finds what was changed by hand', () => {
    const [document] = rows(join(home, 'out', 'documents.jsonl'))
    const tree = join(home, 'out', 'documents', String(document!['id']), 'document.json')
    const sound = readFileSync(tree, 'utf8')
    writeFileSync(tree, sound.replace('3200张', '3300张'))
    const {status, stdout} = guihua(['verify', 'out', '--raw', 'raw'])
    writeFileSync(tree, sound)
    expect(status).toBe(1)
    expect(stdout).toMatch(/breach .*3200张/)
  })

  test('gives a result for any text, however odd, and exit 0', () => {
    folder('odd', {
      'empty.txt': '',
      'blank.txt': ' \n\u3000\n',
      'cut.txt': Buffer.from(plan).subarray(0, 50),
      'surrogate.txt': Buffer.concat([
        Buffer.from(plan),
        Buffer.from([0xed, 0xa0, 0x80]),
        Buffer.from('完\n')
      ]),
      'zeros.txt': `${plan}\u0000\u0000\n`,
      'heads.txt': Array.from({length: 20000}, (_, i) => `${'（'.repeat(i % 7)}${i}.${i}.1 标题`).join('\n'),
      'line.txt': '加快发展。'.repeat(300000)
    })
    const {status, stderr} = guihua(['run', 'odd', '--out', 'odd-out', '--jobs', '1'])
    expect([status, stderr]).toEqual([0, ''])
    expect(rows(join(home, 'odd-out', 'sources.jsonl'))).toHaveLength(7)
    const found = rows(join(home, 'odd-out', 'findings.jsonl')).map(row => row['rule'])
    expect(found).toContain('read/empty')
    expect(found).toContain('read/bad-bytes')
    expect(guihua(['verify', 'odd-out', '--raw', 'odd']).status).toBe(0)
  })

  test('lists what cannot be read and ends with 1, the others done', () => {
    const noise = Uint8Array.from({length: 5000}, (_, i) => (i * 7919 + (i >> 3) * 31) % 256)
    folder('bad', {
      'a.txt': plan,
      'noise.txt': noise,
      'picture.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2])
    })
    const {status, stderr} = guihua(['run', 'bad', '--out', 'bad-out'])
    expect(status).toBe(1)
    expect(stderr).toMatch(/unreadable noise.txt/)
    const sources = rows(join(home, 'bad-out', 'sources.jsonl'))
    expect(sources.map(row => row['status'])).toEqual(['ok', 'unreadable', 'unreadable'])
    expect(rows(join(home, 'bad-out', 'documents.jsonl'))).toHaveLength(1)
  })
})

describe('guihua why', () => {
  const ask = (...args: readonly string[]) => guihua(['why', 'out', ...args, '--raw', 'raw']).stdout

  test('lists documents, then shows the outline of one', () => {
    expect(ask()).toMatch('云岭州养老服务“十四五”规划')
    expect(ask('云岭州')).toMatch(/^chapter2\/section1 +第一节　?\s?建强网络$/m)
  })

  test('says for a node which file, which bytes, which document and which section', () => {
    const answer = ask('云岭州', 'chapter2/section1/p1')
    const start = Buffer.from(plan).indexOf('新建县级中心')
    expect(answer).toMatch(`bytes ${start}–${start + Buffer.byteLength('新建县级中心4个。')}`)
    expect(answer).toMatch(/within +第二章 主要任务 › 第一节 建强网络/)
    expect(answer).toMatch('a.txt')
  })

  test('says for an offset and for a byte the same node', () => {
    const byte = Buffer.from(plan).indexOf('3200')
    expect(ask('云岭州', '--byte', String(byte))).toMatch('chapter1/p1')
    expect(ask('云岭州', '--offset', String(plan.indexOf('3200')))).toMatch('chapter1/p1')
  })

  test('says of an unknown address what to do', () => {
    const {status, stderr} = guihua(['why', 'out', '云岭州', 'chapter9'])
    expect([status, stderr]).toEqual([
      2,
      'guihua: no node has the address chapter9; leave it out to see the outline\n'
    ])
  })
})

describe('guihua clean and guihua pipe', () => {
  test('give the clean text of a file, or of stdin', () => {
    const text = guihua(['clean', 'raw/a.txt']).stdout
    expect(text.split('\n')[1]).toMatch(/^第一章.发展基础$/)
    expect(guihua(['clean', '-'], plan).stdout).toBe(text)
    expect(guihua(['clean', '--md', 'raw/a.txt']).stdout).toMatch(/^## 第一章.发展基础$/m)
  })

  test('answer each line with a line, bad ones with what is wrong', () => {
    const lines = [
      JSON.stringify({path: 'a.txt', text: plan}),
      'no json',
      '{}',
      JSON.stringify({bytesBase64: Buffer.from(plan).toString('base64')})
    ]
    const {status, stdout} = guihua(['pipe'], lines.join('\n') + '\n')
    const answers = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as Record<string, unknown>)
    expect(answers.map(answer => [answer['line'], 'error' in answer])).toEqual([
      [1, false],
      [2, true],
      [3, true],
      [4, false]
    ])
    expect(answers[0]).toMatchObject({source: {path: 'a.txt'}, documents: [{counts: {sections: 3}}]})
    expect(status).toBe(1)
  })
})

describe('guihua rules', () => {
  test('lists every rule with its reason', () => {
    const {status, stdout} = guihua(['rules'])
    expect(status).toBe(0)
    expect(stdout).toMatch('ledger/unaccounted\n')
    expect(stdout).toMatch('because ')
  })
})

test('guihua --version is the version of the package', () => {
  const {version} = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')
  ) as {
    version: string
  }
  expect(guihua(['--version']).stdout).toBe(`${version}\n`)
})

test('guihua --help names every command', () => {
  const {status, stdout} = guihua(['--help'])
  for (const name of ['run', 'clean', 'why', 'verify', 'rules', 'pipe'])
    expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'))
  expect(status).toBe(0)
})
