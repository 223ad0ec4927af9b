/** Where the cells of a table stand when those that reach over several rows and columns are counted in. */

interface Spanning {
  readonly rowSpan?: number
  readonly colSpan?: number
}

/** For each row the first column of each of its cells. */
export function columnsOfCells(rows: readonly {readonly children: readonly Spanning[]}[]): number[][] {
  const until: number[] = []
  return rows.map(({children}, r) => {
    let column = 0
    return children.map(({rowSpan = 1, colSpan = 1}) => {
      while ((until[column] ?? 0) > r) column++
      const at = column
      for (let c = 0; c < colSpan; c++) until[at + c] = r + rowSpan
      column = at + colSpan
      return at
    })
  })
}
