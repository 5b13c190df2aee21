import { minuteOf } from '../minutes/index.ts';
import { type Path, type Problem, shown } from '../problems/index.ts';
import { readYamlFile, type YamlDocument } from '../yaml/index.ts';
import type { Incident } from './replay.ts';

const keys = ['id', 'from', 'to'] as const;
const mostIncidents = 10_000;

/**
 * Reads declared incidents from YAML or JSON: a list of `{ id, from, to }`, where both times say
 * their zone. Seconds are widened outwards to whole minutes. Never throws.
 * @param file its name, as people will see it
 * @returns incidents, to be used only when there are no problems
 */
export function readIncidents(
  bytes: Uint8Array,
  file: string,
): { readonly incidents: readonly Incident[]; readonly problems: readonly Problem[] } {
  const { documents, problems } = readYamlFile(bytes, file);
  const incidents = documents.flatMap((document) => {
    const { raw, report } = document;
    if (!Array.isArray(raw)) {
      report('wrong-type', [], { expected: 'list', value: shown(raw) });
      return [];
    }
    if (raw.length > mostIncidents)
      report('wrong-count', [], { count: raw.length, minimum: 0, maximum: mostIncidents });
    return raw
      .slice(0, mostIncidents)
      .flatMap((item: unknown, index) => readIncident(item, index, document));
  });
  return { incidents, problems };
}

function readIncident(item: unknown, index: number, { report }: YamlDocument): readonly Incident[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    report('not-a-map', [index], { value: shown(item) });
    return [];
  }
  const { id, from, to, ...unknown } = item as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(unknown))
    report('unknown-key', [index, key], { key, known: keys }, 'key');
  if (typeof id !== 'string' || id === '')
    report('wrong-type', [index, 'id'], { expected: 'text', value: shown(id) });
  const begins = momentOf(from, [index, 'from'], report);
  const ends = momentOf(to, [index, 'to'], report);
  if (typeof id !== 'string' || begins === null || ends === null) return [];
  if (ends > begins) return [{ id, from: minuteOf(begins), to: minuteOf(ends + 59_999) }];
  report('ends-too-soon', [index, 'to'], { from: String(from), to: String(to) });
  return [];
}

/** Milliseconds since 1970; a date that no calendar has is none. */
function momentOf(value: unknown, path: Path, report: YamlDocument['report']): number | null {
  const form = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?\s?(Z|[+-]\d\d:?\d\d)$/i;
  const time = typeof value === 'string' && form.test(value) ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  report('bad-moment', path, { value: shown(value) || '""' });
  return null;
}
