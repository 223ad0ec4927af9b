import {escape} from './page-row.js'
import type {IndicatorChange} from './schema.js'

const names: Readonly<Record<string, string>> = {
  raised: '↑ raised',
  lowered: '↓ lowered',
  retargeted: 'other target',
  nowBinding: 'now binding',
  noLongerBinding: 'no longer binding',
  dropped: 'dropped',
  added: 'added',
  renamed: 'renamed',
  unit: 'unit',
  baseline: 'base value'
}

/** The indicators that changed, one a row; those that did not are counted below. */
export function indicatorTable(indicators: readonly IndicatorChange[]): string {
  if (indicators.length === 0) return ''
  const changed = indicators.filter(i => i.changes[0] !== 'kept')
  const still = indicators.length - changed.length
  const rows = changed.map(({changes, a, b}) => {
    const name = b ?? a!
    const was = changes.includes('renamed')
      ? `<br><span class="gone" lang="zh">${escape(a!.name)}</span>`
      : ''
    return `<tr class="${a === null ? 'added' : b === null ? 'removed' : ''}"><th scope="row" lang="zh">${escape(name.name)}${was}</th><td>${changes
      .map(c => `<span class="tag${tone(c)}">${names[c] ?? c}</span>`)
      .join(' ')}</td>${value(a, 'A')}${value(b, 'B')}</tr>`
  })
  return `<h2>Indicators</h2>${
    rows.length === 0
      ? ''
      : `<div class="scroll"><table class="indicators"><thead><tr><th scope="col">Indicator</th><th scope="col">Change</th><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`
  }<p class="quiet">${still} unchanged.</p>`
}

function tone(change: string): string {
  if (change === 'added' || change === 'nowBinding' || change === 'raised') return ' come'
  if (change === 'dropped' || change === 'noLongerBinding' || change === 'lowered') return ' go'
  return ''
}

function value(side: IndicatorChange['a'], name: string): string {
  if (side === null) return `<td data-side="${name}">—</td>`
  const raw = side.raw?.trim() || '—'
  const details = [side.year, side.unit, side.attribute].filter(x => x !== null && x !== '').join(' · ')
  return `<td class="number" lang="zh" data-side="${name}">${escape(raw)}<br><span class="quiet">${escape(details)}</span></td>`
}
