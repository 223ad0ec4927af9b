import type {Command} from 'commander'
import pc from 'picocolors'
import type {Rule} from '../../core/rule.js'
import {valueOf} from '../catalogue.js'
import {wrongUsage} from '../usage.js'

interface Options {
  readonly md?: boolean
  readonly json?: boolean
}

export function register(program: Command): void {
  program
    .command('rules')
    .description('the catalogue: every rule, what it does, and why it is right')
    .argument('[id]', 'one rule, or a stage')
    .option('--md', 'as a Markdown table')
    .option('--json', 'as JSON')
    .action(show)
}

async function show(id: string | undefined, {md, json}: Options): Promise<void> {
  const {catalogue, table} = await import('../catalogue.js')
  const all = await catalogue()
  const rules = id === undefined ? all : all.filter(rule => rule.id === id || rule.id.startsWith(`${id}/`))
  if (rules.length === 0) throw wrongUsage(`no rule is called ${id}; guihua rules lists them all`)
  if (json) process.stdout.write(JSON.stringify(rules, plain, 2) + '\n')
  else if (md) process.stdout.write(table(rules))
  else for (const rule of rules) process.stdout.write(entry(rule, rules.length === 1))
}

const plain = (_key: string, value: unknown) => (value instanceof RegExp ? value.source : value)

function entry(rule: Rule, whole: boolean): string {
  const value = valueOf(rule)
  const lines = [
    pc.bold(rule.id) + (value === null ? '' : ` = ${value}`),
    `  ${rule.means}`,
    `  ${pc.dim(`because ${rule.because}`)}`
  ]
  if (whole && 'pattern' in rule) lines.push(`  pattern  ${String(rule.pattern)}`)
  if (whole) for (const hit of rule.hits ?? []) lines.push(`  ${pc.green('hit')}      ${hit}`)
  if (whole) for (const miss of rule.misses ?? []) lines.push(`  ${pc.yellow('miss')}     ${miss}`)
  return lines.join('\n') + '\n'
}
