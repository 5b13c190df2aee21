import type { Finding, FindingSubject } from '@sekisho/contract';
import { isWrong, levelOf, levels } from './levels.ts';

/** Findings about one thing, the worst first. */
export interface Group {
  readonly key: string;
  /** Null for the house itself, of which several kinds of subjects are parts. */
  readonly subject: FindingSubject | null;
  readonly findings: readonly Finding[];
}

const partsOfHouse: ReadonlySet<string> = new Set([
  ...['machine', 'server', 'database', 'timeline', 'login'],
]);

/** Groups findings by what they are about: the worst first, then the house and what all of it depends on. */
export function groupsOf(findings: readonly Finding[]): readonly Group[] {
  const grouped = Map.groupBy(findings.toSorted(byLevel), keyOf);
  return [...grouped]
    .map(([key, ofIt]) => ({ key, subject: key === '' ? null : subjectOf(ofIt), findings: ofIt }))
    .toSorted((a, b) => badness(a) - badness(b) || place(a) - place(b) || order(a.key, b.key));
}

function keyOf({ subject: { kind, name, account, region } }: Finding): string {
  return partsOfHouse.has(kind) ? '' : [kind, name, account, region].join('\n');
}

function subjectOf([first]: readonly Finding[]): FindingSubject | null {
  return first?.subject ?? null;
}

function byLevel(a: Finding, b: Finding): number {
  return levels.indexOf(levelOf(a)) - levels.indexOf(levelOf(b));
}

/** Only what is wrong moves a group: what was not looked at would put every account before the house. */
function badness({ findings: [worst] }: Group): number {
  return worst !== undefined && isWrong(worst) ? levels.indexOf(levelOf(worst)) : levels.length;
}

const first: readonly string[] = ['house', 'slack', 'github'];

function place({ subject }: Group): number {
  const at = first.indexOf(subject?.kind ?? 'house');
  return at < 0 ? first.length : at;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
