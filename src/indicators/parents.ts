import type {Layout} from './columns.js'
import type {Draft} from './drafts.js'
import type {Name} from './name.js'

/** Finds the parent of rows whose group or host stands above them, and drops rows that are only a group's name. */
export function withParents(drafts: readonly Draft[], layout: Layout): Draft[] {
  const out: Draft[] = []
  let host: Draft | null = null
  let group: Name | null = null
  let partOf: Draft | null = null
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1]
    const numbered = layout.no !== null
    const bare =
      draft.cells.every(c => c.quantity.missing === 'blank') &&
      draft.attribute === null &&
      draft.status === null
    if (bare && numbered && draft.no !== null && next && next.no === null && !next.name.ofHost) {
      group = draft.name
      host = draft
      partOf = null
      return
    }
    const under = numbered && draft.no === null
    if (!under) group = null
    if (draft.parent) group = draft.parent
    let parent = draft.parent
    if (draft.name.ofHost) {
      parent = parent ?? host?.name ?? null
      partOf = host
    } else if (!parent && under && group) parent = group
    else if (!parent && under && partOf) parent = partOf.name
    else {
      host = draft
      partOf = null
    }
    const no =
      draft.no ??
      (under && parent !== null && !draft.name.ofHost && partOf === null ? (host?.no ?? null) : null)
    if (draft.parent) host = draft
    out.push({...draft, parent, no, unit: draft.unit ?? (group === parent ? (parent?.unit ?? null) : null)})
  })
  return out
}
