import type {Diff} from './schema.js'

/** What stood here before it moved: the place in A is shown too, so that a move can be followed both ways. */
export interface Ghost {
  /** The operation that moved, or the heading of the section that did. */
  readonly operation: number
  readonly section: boolean
}

/** For each operation (-1: before the first) the ghosts that follow it. */
export function ghostsOf(diff: Diff): Map<number, Ghost[]> {
  const movedSections = diff.sections.filter(s => s.moved && s.a !== null && s.a.id !== '')
  const movedRoots = new Set(movedSections.map(s => s.a!.id))
  const inMoved = (id: string) => {
    for (let at = id.lastIndexOf('.'); at > 0; at = id.lastIndexOf('.', at - 1))
      if (movedRoots.has(id.slice(0, at))) return true
    return movedRoots.has(id)
  }
  const inOrder = diff.operations
    .flatMap((o, operation) =>
      o.a.length === 0 ? [] : [{path: o.a[0]!.split('.').map(Number), id: o.a[0]!, operation, of: o}]
    )
    .sort((x, y) => comparePaths(x.path, y.path))
  const ghosts = new Map<number, Ghost[]>()
  let last = -1
  for (const {id, operation, of} of inOrder) {
    const heading = of.kind === 'heading' && movedRoots.has(id.slice(0, id.lastIndexOf('.')))
    const moved = of.op === 'moved' || of.op === 'movedChanged'
    if (heading || moved) {
      const ghost = {operation, section: heading}
      const list = ghosts.get(last)
      if (list) list.push(ghost)
      else ghosts.set(last, [ghost])
    } else if (!inMoved(id)) last = operation
  }
  return ghosts
}

function comparePaths(x: readonly number[], y: readonly number[]): number {
  for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return x[i]! - y[i]!
  return x.length - y.length
}
