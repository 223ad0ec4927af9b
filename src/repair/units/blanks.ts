/** Share of sentences within paragraphs with white space before them. */
const telling = {least: 0.05, most: 0.9}

/** Does white space stand before some sentences and not before most? It is what line ends and indents left. */
export function blanksTell(units: readonly {readonly opens: boolean; readonly spaced: boolean}[]): boolean {
  const within = units.filter(unit => !unit.opens)
  const spaced = within.filter(unit => unit.spaced).length / Math.max(1, within.length)
  return spaced >= telling.least && spaced <= telling.most
}
