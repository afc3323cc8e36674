/** Prints rows of text, the first of them the head, in columns. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('  ');
  const [head, ...body] = rows.map(line);
  console.log(['', head, '─'.repeat(head.length), ...body, ''].join('\n'));
}
