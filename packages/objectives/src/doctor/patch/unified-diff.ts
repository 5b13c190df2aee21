import type { FilePatch } from './source-file.ts';

const context = 3;

/** Lines that were taken out and put in at one place; `at` counts lines of the old text from 0. */
interface Change {
  readonly at: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/**
 * A patch as `git apply` takes it.
 * Source: GNU diffutils, "Detailed Description of Unified Format".
 */
export function unifiedDiff({ path, before, after }: FilePatch): string {
  const old = linesOf(before);
  const hunks = hunksOf(changesBetween(old, linesOf(after)));
  let shift = 0;
  const texts = hunks.map((changes) => {
    const { text, grown } = hunkText(old, changes, shift);
    shift += grown;
    return text;
  });
  return texts.length === 0 ? '' : `--- a/${path}\n+++ b/${path}\n${texts.join('')}`;
}

/** With their newlines: a last line without one is told apart. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Walks both texts, meeting again at the nearest pair of equal lines. */
function changesBetween(old: readonly string[], next: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < next.length) {
    if (old[at] === next[to]) {
      at += 1;
      to += 1;
      continue;
    }
    const [skipOld, skipNew] = meeting(old, next, at, to);
    changes.push({ at, removed: old.slice(at, at + skipOld), added: next.slice(to, to + skipNew) });
    at += skipOld;
    to += skipNew;
  }
  return changes;
}

function meeting(
  old: readonly string[],
  next: readonly string[],
  at: number,
  to: number,
): readonly [number, number] {
  const [restOld, restNew] = [old.length - at, next.length - to];
  for (let distance = 1; distance < Math.min(restOld + restNew, 400); distance += 1) {
    for (
      let skipOld = Math.max(0, distance - restNew);
      skipOld <= Math.min(distance, restOld);
      skipOld += 1
    ) {
      const skipNew = distance - skipOld;
      if (meetAt(old, next, at + skipOld, to + skipNew)) return [skipOld, skipNew];
    }
  }
  return [restOld, restNew];
}

/** A lone brace or an empty line is no sign that the texts have met again: two lines are. */
function meetAt(old: readonly string[], next: readonly string[], at: number, to: number): boolean {
  const line = old[at];
  if (line === undefined || line !== next[to]) return false;
  return line.trim().length > 20 || old[at + 1] === next[to + 1];
}

/** Changes whose contexts touch stand in one hunk. */
function hunksOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const before = last?.at(-1);
    if (
      last !== undefined &&
      before !== undefined &&
      change.at - (before.at + before.removed.length) <= context * 2
    )
      last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(old: readonly string[], changes: readonly Change[], shift: number) {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return { text: '', grown: 0 };
  const begin = Math.max(0, first.at - context);
  const end = Math.min(old.length, last.at + last.removed.length + context);
  const body: string[] = [];
  let at = begin;
  for (const change of changes) {
    body.push(...marked(' ', old.slice(at, change.at)));
    body.push(...marked('-', change.removed), ...marked('+', change.added));
    at = change.at + change.removed.length;
  }
  body.push(...marked(' ', old.slice(at, end)));
  const grown = changes.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
  const size = end - begin;
  const from = (count: number, line: number) => (count === 0 ? line : line + 1);
  const head = `@@ -${from(size, begin)},${size} +${from(size + grown, begin + shift)},${size + grown} @@\n`;
  return { text: head + body.join(''), grown };
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}
