import type { MinuteCounts } from '../src/index.ts';

/**
 * The judge: counts ALB lines slowly and plainly, by regular expressions over strings, and shares
 * no code with the scanner.
 */
export function plainCount(text: string, rule: PlainRule = {}) {
  const lines = text
    .replace(/^\u00ef\u00bb\u00bf/, '') // a byte order mark, as latin1 shows it
    .split('\n')
    .filter((line) => line.replace(/[ \t\r]/g, '') !== '');
  const minutes = new Map<
    number,
    { minute: number; good: number; bad: number; excluded: number }
  >();
  let unparsed = 0;
  for (const line of lines) {
    const event = plainEvent(line);
    if (event === null) {
      unparsed += 1;
      continue;
    }
    if (rule.path !== undefined && event.path !== rule.path) continue;
    const counts = minutes.get(event.minute) ?? {
      minute: event.minute,
      good: 0,
      bad: 0,
      excluded: 0,
    };
    minutes.set(event.minute, counts);
    const slow = rule.slowMs !== undefined && event.ms !== null && event.ms > rule.slowMs;
    if (event.status === rule.excluded) counts.excluded += 1;
    else if (event.status >= 500 || slow) counts.bad += 1;
    else counts.good += 1;
  }
  return {
    lines: lines.length,
    unparsed,
    minutes: [...minutes.values()].toSorted((a, b) => a.minute - b.minute) as MinuteCounts[],
  };
}

export interface PlainRule {
  readonly path?: string;
  readonly slowMs?: number;
  readonly excluded?: number;
}

function plainEvent(line: string) {
  const fields =
    /^[^ ]+ (\d{4}-\d\d-\d\dT\d\d:\d\d):([0-5]\d)(?:\.\d+)?Z [^ ]+ [^ ]+ [^ ]+ ([^ ]+) ([^ ]+) ([^ ]+) (\d\d\d)(?: (.*))?$/s.exec(
      line.replace(/\r$/, ''),
    );
  if (fields === null) return null;
  const [, time = '', , one, two, three, status, rest = ''] = fields;
  const at = Date.parse(`${time}:00Z`);
  // Date.parse takes 30 February for 1 March, and 24:00 for midnight.
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(time)) return null;
  const path = /^\S* \S* \S* "\S* https?:\/\/[^/ ]*([^ ?]*)/.exec(rest)?.[1];
  const steps = [Number(one), Number(two), Number(three)];
  const known = steps.every((step) => step >= 0);
  // Thousandths are exact as integers only when rounded: 0.001 + 0.299 is a little less than 0.3.
  const ms = known ? steps.reduce((sum, step) => sum + Math.round(step * 1000), 0) : null;
  return { minute: at / 60_000, status: Number(status), path, ms };
}
