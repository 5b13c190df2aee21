import { visibleText } from '../reading/visible.ts';
import { layOut } from './lay-out.ts';
import { type DiffLine, diffLimits } from './plan-diff.ts';

/** Larger texts are shown as one removed and one added block: the comparison is quadratic. */
const compared = 400;

/**
 * What differs between two texts, line by line; null stands for no text. JSON in a string is laid out,
 * so that a policy can be read. The result is null where one line is all that there is.
 */
export function linesBetween(
  before: string | null,
  after: string | null,
): readonly DiffLine[] | null {
  let [was, is] = [laidOutLines(before), laidOutLines(after)];
  // What differs only in what a layout leaves out (spaces, line endings) is compared as it is written.
  if (before !== after && was.join('\n') === is.join('\n'))
    [was, is] = [writtenLines(before), writtenLines(after)];
  return was.length < 2 && is.length < 2 ? null : diffLines(was, is);
}

function laidOutLines(text: string | null): readonly string[] {
  return text === null ? [] : (layOut(text) ?? text).replaceAll('\r\n', '\n').split('\n');
}

function writtenLines(text: string | null): readonly string[] {
  return text === null ? [] : text.split('\n');
}

/** What is removed and added between two texts, with three lines around each change. */
function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start])
    start += 1;
  let [endA, endB] = [before.length, after.length];
  while (endA > start && endB > start && before[endA - 1] === after[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const head = before.slice(0, start).map((text): DiffLine => ({ sign: ' ', text }));
  const tail = before.slice(endA).map((text): DiffLine => ({ sign: ' ', text }));
  const middle = between(before.slice(start, endA), after.slice(start, endB));
  return bounded(folded([...head, ...middle, ...tail]));
}

function between(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const gone = a.map((text): DiffLine => ({ sign: '-', text }));
  const come = b.map((text): DiffLine => ({ sign: '+', text }));
  if (a.length === 0 || b.length === 0 || a.length > compared || b.length > compared)
    return [...gone, ...come];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ sign: ' ', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push(gone[i] as DiffLine);
      i += 1;
    } else {
      found.push(come[j] as DiffLine);
      j += 1;
    }
  }
  return found;
}

/** Leaves out what stands more than three lines from a change, and says how much. */
function folded(lines: readonly DiffLine[]): readonly DiffLine[] {
  const near = new Uint8Array(lines.length);
  lines.forEach(({ sign }, index) => {
    if (sign !== ' ') near.fill(1, Math.max(0, index - 3), index + 4);
  });
  const found: DiffLine[] = [];
  let skipped = 0;
  const flush = () => {
    if (skipped > 0) found.push({ sign: '…', text: String(skipped) });
    skipped = 0;
  };
  lines.forEach((line, index) => {
    if (near[index] === 0) skipped += 1;
    else {
      flush();
      found.push(line);
    }
  });
  flush();
  return found;
}

/** What is over is counted: characters of a line, and lines. */
function bounded(lines: readonly DiffLine[]): readonly DiffLine[] {
  const shown = lines.slice(0, diffLimits.lines).map(boundedLine);
  const over = lines
    .slice(diffLimits.lines)
    .reduce((sum, { sign, text }) => sum + (sign === '…' ? Number(text) : 1), 0);
  return over > 0 ? [...shown, { sign: '⋮', text: String(over) }] : shown;
}

function boundedLine({ sign, text }: DiffLine): DiffLine {
  const safe = visibleText(text);
  const cut = safe.length - diffLimits.line;
  return cut > 0 ? { sign, text: safe.slice(0, diffLimits.line), cut } : { sign, text: safe };
}
