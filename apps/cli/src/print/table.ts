import { displayWidth, padEnd, padStart, truncate } from '@sekisho/words/width';
import { cleanLine } from './clean.ts';
import type { Colour, Style } from './style.ts';

/** One column of a table about rows of one kind. */
export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly right?: boolean;
  /** May be cut when the line is too long; ids and numbers never are. */
  readonly flexible?: boolean;
  readonly colour?: (row: Row) => Colour | null;
}

const gap = '  ';
const narrowest = 6;

/** Writes rows under a head, no wider than the style's width as long as flexible columns can give way. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  style: Style,
): string {
  const cells = rows.map((row) => columns.map((column) => cleanLine(column.text(row))));
  const widths = fit(columns, cells, style.width);
  const line = (texts: readonly string[], paint: (text: string, index: number) => string) =>
    columns
      .map((column, index) => {
        const width = widths[index] ?? 0;
        const text = truncate(texts[index] ?? '', width);
        const padded = column.right ? padStart(text, width) : padEnd(text, width);
        const last = index === columns.length - 1;
        return paint(last ? padded.trimEnd() : padded, index);
      })
      .join(gap)
      .trimEnd();
  const head = line(
    columns.map(({ title }) => title),
    (text) => style.paint(text, 'dim'),
  );
  const body = cells.map((texts, index) =>
    line(texts, (text, at) => {
      const colour = columns[at]?.colour?.(rows[index] as Row) ?? null;
      return colour === null ? text : style.paint(text, colour);
    }),
  );
  return `${[head, ...body].join('\n')}\n`;
}

/** Writes facts as `name  value` lines, the names aligned; facts without a value are left out. */
export function facts(
  pairs: readonly (readonly [name: string, value: string | null])[],
  style: Style,
): string {
  const present = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null);
  const width = Math.max(0, ...present.map(([name]) => displayWidth(name)));
  return present
    .map(([name, value]) => `${style.paint(padEnd(name, width), 'dim')}${gap}${cleanLine(value)}\n`)
    .join('');
}

/** The width of each column: what its cells need, less what the widest flexible ones must give. */
function fit<Row>(
  columns: readonly Column<Row>[],
  cells: readonly (readonly string[])[],
  lineWidth: number,
): readonly number[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[index] ?? ''))),
  );
  const sum = () => widths.reduce((all, width) => all + width, gap.length * (columns.length - 1));
  for (let over = sum() - lineWidth; over > 0; over -= 1) {
    const widest = columns
      .map((column, index) => ({ index, width: column.flexible ? (widths[index] ?? 0) : 0 }))
      .reduce((a, b) => (b.width > a.width ? b : a));
    if (widest.width <= narrowest) break;
    widths[widest.index] = widest.width - 1;
  }
  return widths;
}
