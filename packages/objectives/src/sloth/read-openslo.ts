import { shown } from '../problems/index.ts';
import type { SlothSli, SlothSlo } from './document.ts';
import { type Fields, has, mapIn, mapsIn, neededNumber, neededText, textIn } from './fields.ts';
import { readQuery } from './read-sli.ts';
import type { ServiceAndSlos } from './read-slos.ts';
import { readName } from './read-slos.ts';

/** Sloth writes no alerts for OpenSLO: its v1alpha says nothing of them. */
const silent = { page: null, ticket: null } as const;
const chain = { sli: 'mean', metadata: true, alerts: true, promql: true } as const;

/** Reads an SLO of OpenSLO v1alpha as Sloth does: each objective becomes an SLO of its own. */
export function readOpenslo(root: Fields): ServiceAndSlos {
  const spec = mapIn(root, 'spec');
  const service = readName(spec, 'service');
  const name = readName(mapIn(root, 'metadata'), 'name');
  const description = textIn(spec, 'description');
  const periodDays = readPeriod(spec);
  const objectives = mapsIn(spec, 'objectives');
  if (objectives.length === 0) {
    const path = [...spec.path, 'objectives'];
    spec.report('wrong-count', path, { count: 0, minimum: 1, maximum: null });
  }
  const slos: Omit<SlothSlo, 'place'>[] = [];
  const places: Fields[] = [];
  for (const [index, fields] of objectives.entries()) {
    const objective = readTarget(fields) * 100;
    const sli = readRatio(fields);
    if (sli === null) continue;
    const own = `${name}-${index}`;
    const id = `${service}-${own}`;
    const said = { id, name: own, service, description, objective, sli, labels: {} };
    slos.push({ ...said, ...silent, periodDays, chain });
    places.push(fields);
  }
  return { service, labels: {}, slos, places };
}

function readRatio(objective: Fields): SlothSli | null {
  if (!has(objective, 'ratioMetrics')) {
    objective.report('openslo-threshold', objective.path, {});
    return null;
  }
  const ratio = mapIn(objective, 'ratioMetrics');
  return {
    kind: 'good',
    goodQuery: readMetric(mapIn(ratio, 'good')),
    totalQuery: readMetric(mapIn(ratio, 'total')),
  };
}

function readMetric(metric: Fields): string {
  const source = neededText(metric, 'source');
  if (source !== '' && source !== 'prometheus' && source !== 'sloth') {
    metric.report('openslo-source', [...metric.path, 'source'], { value: shown(source) });
  }
  const type = neededText(metric, 'queryType');
  if (type !== '' && type !== 'promql') {
    metric.report('openslo-source', [...metric.path, 'queryType'], { value: shown(type) });
  }
  return readQuery(metric, 'query');
}

function readTarget(objective: Fields): number {
  const target = neededNumber(objective, 'target');
  if (typeof objective.values['target'] === 'number' && !(target > 0 && target <= 1)) {
    const bounds = { minimum: { at: 0, inclusive: false }, maximum: { at: 1, inclusive: true } };
    const path = [...objective.path, 'target'];
    objective.report('out-of-range', path, { value: String(target), ...bounds });
  }
  return target;
}

/** Days of the only window; null when the document names none. */
function readPeriod(spec: Fields): number | null {
  const windows = mapsIn(spec, 'timeWindows');
  const [window] = windows;
  if (window === undefined) return null;
  const path = [...spec.path, 'timeWindows'];
  if (windows.length > 1) {
    spec.report('wrong-count', path, { count: windows.length, minimum: 0, maximum: 1 });
  }
  const unit = neededText(window, 'unit');
  const count = neededNumber(window, 'count');
  const isDays = unit.toLowerCase() === 'day' && Number.isInteger(count) && count > 0;
  if (!isDays && unit !== '' && typeof window.values['count'] === 'number') {
    spec.report('openslo-window', window.path, { value: `${count} ${unit}` });
  }
  return count;
}
