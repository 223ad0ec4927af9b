import type {Document, Flow, Rank} from '../../src/tree/nodes.js'

/**
 * Document trees for tests, from an outline a person can read:
 * `# title` · `## 第一章 …` chapter · `### 第一节 …` section · `- item` · `|cell|cell` table row (the first is its head) · a paragraph.
 */
export function outline(text: string, id = 'd'): Document {
  let at = 0
  const leaf = (line: string, value: string) => {
    const start = at + line.indexOf(value)
    return {
      type: 'text' as const,
      value,
      trace: value === '' ? [] : [[start, start + value.length] as [number, number]]
    }
  }
  const root: Document['children'] = []
  const holders: {depth: number; children: Flow[]}[] = [{depth: 0, children: root as Flow[]}]
  let title = ''
  let tables = 0
  for (const line of text.split('\n')) {
    const here = holders.at(-1)!.children
    const paragraph = (value: string) => ({type: 'paragraph' as const, children: [leaf(line, value)]})
    const heading = /^(#{2,4}) (.*)$/.exec(line)
    if (line.startsWith('# ')) {
      title = line.slice(2)
      root.push({type: 'title', children: [leaf(line, title)]})
    } else if (heading) {
      const depth = heading[1]!.length - 1
      while (holders.at(-1)!.depth >= depth) holders.pop()
      const words = heading[2]!
      const label =
        /^(?:第[一二三四五六七八九十]+[编章节]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u.exec(
          words
        )?.[0] ?? null
      const children: Flow[] = []
      const rank: Rank =
        label === null
          ? 'none'
          : label.endsWith('章')
            ? 'chapter'
            : label.endsWith('节')
              ? 'section'
              : 'enum1'
      holders.at(-1)!.children.push({
        type: 'section',
        rank,
        ordinal: label === null ? null : numberOf(label),
        label,
        title: words.slice(label?.length ?? 0).trim(),
        depth,
        runIn: false,
        inferred: false,
        restored: [],
        children: [{type: 'heading', children: [leaf(line, words)]}, ...children]
      })
      const made = holders.at(-1)!.children.at(-1)!
      holders.push({depth, children: (made as {children: Flow[]}).children})
    } else if (line.startsWith('- ')) {
      const item = {type: 'item' as const, marker: '——', lead: null, children: [paragraph(line.slice(2))]}
      const last = here.at(-1)
      if (last?.type === 'list') last.children.push(item)
      else here.push({type: 'list', children: [item]})
    } else if (line.startsWith('|')) {
      const last = here.at(-1)
      const open = last?.type === 'table' ? last : null
      const row = {
        type: 'row' as const,
        children: line
          .slice(1)
          .split('|')
          .map(cell => ({
            type: 'cell' as const,
            header: open === null,
            rowSpan: 1,
            colSpan: 1,
            children: cell === '' ? [] : [paragraph(cell)]
          }))
      }
      if (open) open.children.push(row)
      else here.push({type: 'table', ordinal: ++tables, number: null, title: null, children: [row]})
    } else if (line !== '') here.push(paragraph(line))
    at += line.length + 1
  }
  return {
    type: 'document',
    meta: {
      id,
      source: id,
      ordinal: 1,
      title,
      docNumber: null,
      issuer: null,
      region: null,
      planPeriod: null,
      signedOn: null,
      publishedOn: null,
      inferred: []
    },
    children: root
  }
}

function numberOf(label: string): number {
  const digits = '一二三四五六七八九'
  const han = /[一二三四五六七八九十]+/u.exec(label)![0]
  if (!han.includes('十')) return digits.indexOf(han) + 1
  const [tens, ones] = han.split('十') as [string, string]
  return (tens === '' ? 1 : digits.indexOf(tens) + 1) * 10 + (ones === '' ? 0 : digits.indexOf(ones) + 1)
}
