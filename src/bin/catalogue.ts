import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Rule, Threshold} from '../core/rule.js'

/** Every rule there is, by stage and name: all that the `*.rules` files of all folders export as `rules`. */
export async function catalogue(): Promise<readonly Rule[]> {
  const root = new URL('..', import.meta.url)
  const files = (readdirSync(fileURLToPath(root), {recursive: true}) as string[]).filter(file =>
    /\.rules\.(js|ts)$/.test(file)
  )
  const rules: Rule[] = []
  for (const file of files.sort()) {
    const module = (await import(new URL(file.replaceAll('\\', '/'), root).href)) as {rules?: readonly Rule[]}
    rules.push(...(module.rules ?? []))
  }
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The number of a threshold, as text; null for any other rule. */
export const valueOf = (rule: Rule) => ('value' in rule ? String((rule as Threshold).value) : null)

/** The catalogue as a Markdown table, a line a rule. */
export function table(rules: readonly Rule[]): string {
  const field = (text: string) => text.replaceAll('|', '\\|')
  const rows = rules.map(rule => {
    const value = valueOf(rule)
    return `| \`${rule.id}\`${value === null ? '' : ` = ${value}`} | ${field(rule.means)} | ${field(rule.because)} |\n`
  })
  return `| rule | what it does | why |\n| --- | --- | --- |\n${rows.join('')}`
}
