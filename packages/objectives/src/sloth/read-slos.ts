import { shown } from '../problems/index.ts';
import type { Labels, SlothSlo } from './document.ts';
import {
  type Fields,
  labelsIn,
  mapIn,
  mapsIn,
  neededNumber,
  neededText,
  textIn,
  valueOf,
  warnUnknown,
} from './fields.ts';
import { readAlerts } from './read-alerts.ts';
import { readChain } from './read-chain.ts';
import { readSli } from './read-sli.ts';
import type { Spelling } from './spelling.ts';

/** Sloth's rule for the names of services and SLOs. (pkg/common/conventions.) */
const nameRule = /^[A-Za-z0-9][-A-Za-z0-9_.]*[A-Za-z0-9]$/;

export interface ServiceAndSlos {
  readonly service: string;
  readonly labels: Labels;
  readonly slos: readonly Omit<SlothSlo, 'place'>[];
  /** Where each of `slos` stands. */
  readonly places: readonly Fields[];
}

/** Reads the service and its SLOs, as the plain file and the Kubernetes object both hold them. */
export function readSlos(spec: Fields, spelling: Spelling): ServiceAndSlos {
  const service = readName(spec, 'service');
  const labels = labelsIn(spec, 'labels');
  const around = mapIn(spec, spelling.sloPlugins);
  const items = mapsIn(spec, 'slos');
  if (items.length === 0) {
    spec.report('wrong-count', [...spec.path, 'slos'], { count: 0, minimum: 1, maximum: null });
  }
  const found = items.map((item) => ({
    item,
    slo: readSlo(item, { service, labels, spelling, around }),
  }));
  const whole = found.filter((one) => one.slo !== null);
  return {
    service,
    labels,
    slos: whole.map(({ slo }) => slo as Omit<SlothSlo, 'place'>),
    places: whole.map(({ item }) => item),
  };
}

interface Around {
  readonly service: string;
  readonly labels: Labels;
  readonly spelling: Spelling;
  readonly around: Fields;
}

const sloKeys = ['name', 'description', 'objective', 'labels', 'sli', 'alerting', 'plugins'];

function readSlo(fields: Fields, { service, labels, spelling, around }: Around) {
  warnUnknown(fields, sloKeys);
  const name = readName(fields, 'name');
  const description = textIn(fields, 'description');
  const objective = readObjective(fields);
  const own = labelsIn(fields, 'labels');
  const chain = readChain(around, mapIn(fields, 'plugins'));
  // A chain that checks MetricsQL, or nothing, is for what VictoriaMetrics takes besides PromQL.
  const sli = readSli(chain.promql ? fields : { ...fields, promql: null }, spelling);
  const alerts = readAlerts(fields, spelling);
  if (sli === null) return null;
  const id = `${service}-${name}`;
  const both = { ...labels, ...own };
  return {
    id,
    name,
    service,
    description,
    objective,
    labels: both,
    sli,
    ...alerts,
    periodDays: null,
    chain,
  };
}

/** A name that Sloth takes: it becomes part of labels and of groups' names. */
export function readName(fields: Fields, key: string): string {
  const name = neededText(fields, key);
  if (name !== '' && !nameRule.test(name)) {
    fields.report('sloth-name', [...fields.path, key], { value: shown(name) });
  }
  return name;
}

function readObjective(fields: Fields): number {
  const objective = neededNumber(fields, 'objective');
  const path = [...fields.path, 'objective'];
  const inRange = objective > 0 && objective <= 100;
  const wasNumber = ['number', 'bigint'].includes(typeof valueOf(fields, 'objective'));
  if (wasNumber && !inRange) {
    const bounds = { minimum: { at: 0, inclusive: false }, maximum: { at: 100, inclusive: true } };
    fields.report('out-of-range', path, { value: String(objective), ...bounds });
  }
  return objective;
}
