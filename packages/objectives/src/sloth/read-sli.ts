import { type Path, shown } from '../problems/index.ts';
import type { SlothSli } from './document.ts';
import { type Fields, has, mapIn, neededText, textIn, warnUnknown } from './fields.ts';
import { promqlFault, type QueryCheck, queryFault } from './query.ts';
import type { Spelling } from './spelling.ts';

const kinds = ['events', 'raw', 'plugin'] as const;

/** Reads what is good and bad for one SLO; null when that cannot be told. */
export function readSli(slo: Fields, spelling: Spelling): SlothSli | null {
  const sli = mapIn(slo, 'sli');
  warnUnknown(sli, kinds);
  const found = kinds.filter((kind) => has(sli, kind));
  if (found.length > 1) sli.report('several-slis', sli.path, { found });
  if (found.length === 0) sli.report('no-sli', sli.path, { known: ['events', 'raw'] });
  if (found.length !== 1) return null;
  if (found[0] === 'events') return readEvents(mapIn(sli, 'events'), spelling);
  if (found[0] === 'raw') return readRaw(mapIn(sli, 'raw'), spelling);
  const plugin = mapIn(sli, 'plugin');
  const value = shown(textIn(plugin, 'id'));
  plugin.report('sli-plugin', plugin.path, { value });
  return null;
}

function readEvents(events: Fields, { errorQuery, totalQuery }: Spelling): SlothSli {
  warnUnknown(events, [errorQuery, totalQuery]);
  const error = readQuery(events, errorQuery);
  const total = readQuery(events, totalQuery);
  if (error !== '' && error === total) events.report('same-queries', events.path, {});
  return { kind: 'events', errorQuery: error, totalQuery: total };
}

function readRaw(raw: Fields, { errorRatioQuery }: Spelling): SlothSli {
  warnUnknown(raw, [errorRatioQuery]);
  return { kind: 'raw', errorRatioQuery: readQuery(raw, errorRatioQuery) };
}

/** A query that must be there, and must be one that rules can be made of. */
export function readQuery(fields: Fields, key: string): string {
  const query = neededText(fields, key);
  if (query === '') return query;
  const path: Path = [...fields.path, key];
  const fault = queryFault(query);
  if (fault !== null) fields.report(fault.code, path, fault.facts as never);
  else if (fields.promql !== null) checkPromql(fields, path, { query, check: fields.promql });
  return query;
}

function checkPromql(
  { report, warn }: Fields,
  path: Path,
  { query, check }: { query: string; check: QueryCheck },
): void {
  const found = promqlFault(query, check);
  if (found === null) return;
  // Sloth itself takes what gives a range or a text, though Prometheus loads no rule of it.
  if ('result' in found) return warn('promql-result', path, { found: found.result });
  const { fault, before, after } = found;
  (check.refuses ? report : warn)('promql', path, { fault, before, after });
}
