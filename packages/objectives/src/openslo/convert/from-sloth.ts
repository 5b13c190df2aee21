import type { SlothDocument, SlothSlo } from '../../sloth/index.ts';
import type { DocumentOf, Metric, RatioMetric } from '../model.ts';
import { type Change, type ChangeFacts, type ChangeName, effects } from './change.ts';

const to = 'openslo/v1';
/** Keys of labels that OpenSLO takes. */
const labelKey = /^[a-zA-Z0-9](?:[-._a-zA-Z0-9]{0,61}[a-zA-Z0-9])?$/;

/** OpenSLO documents that promise what Sloth's do, and what they cannot say of them. */
export function fromSloth(documents: readonly SlothDocument[]): {
  readonly documents: readonly DocumentOf<'SLO'>[];
  readonly changes: readonly Change[];
} {
  const changes: Change[] = [];
  const names = new Set<string>();
  const slos = documents.flatMap(({ slos: all }) =>
    all.map((slo) => {
      const note = <Name extends ChangeName>(code: Name, facts: ChangeFacts[Name]) =>
        void changes.push({ code, effect: effects[code], facts, place: slo.place } as Change);
      const name = nameOf(slo, names);
      if (name !== slo.name) note('said-otherwise', { from: `name: ${slo.name}`, as: name, to });
      names.add(name);
      return sloOf(slo, name, note);
    }),
  );
  return { documents: slos, changes };
}

/** OpenSLO names objects as DNS does, in small letters without dots; Sloth's may hold more. */
function nameOf({ name, id }: SlothSlo, taken: ReadonlySet<string>): string {
  const wanted = dnsName(name);
  const own = taken.has(wanted) ? dnsName(id) : wanted;
  let free = own;
  for (let number = 2; taken.has(free); number += 1) free = `${own.slice(0, 55)}-${number}`;
  return free;
}

function dnsName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 63);
  return plain.replace(/^-+|-+$/g, '') || 'slo';
}

type NoteSloth = <Name extends ChangeName>(code: Name, facts: ChangeFacts[Name]) => void;

function sloOf(slo: SlothSlo, name: string, note: NoteSloth): DocumentOf<'SLO'> {
  for (const [what, alert] of [
    ['alerting.page_alert', slo.page],
    ['alerting.ticket_alert', slo.ticket],
  ] as const) {
    if (alert !== null) note('left-out', { what, to });
  }
  if (slo.chain.sli !== 'mean' || !slo.chain.metadata || !slo.chain.alerts) {
    note('left-out', { what: 'slo_plugins', to });
  }
  note('added', { key: 'budgetingMethod', value: 'Occurrences', to });
  if (slo.periodDays === null) note('added', { key: 'timeWindow', value: '30d', to });
  const ratioMetric = ratioOf(slo.sli);
  const template = /\{\{\s*\.window\s*\}\}/.exec(JSON.stringify(ratioMetric))?.[0];
  if (template !== undefined) note('template-kept', { template });
  const keys = Object.keys(slo.labels);
  for (const key of keys.filter((one) => !labelKey.test(one))) {
    note('left-out', { what: `labels["${key}"]`, to });
  }
  const kept = keys.filter((one) => labelKey.test(one)).map((one) => [one, slo.labels[one]]);
  const labels = kept.length > 0 ? { labels: Object.fromEntries(kept) as SlothSlo['labels'] } : {};
  const displayName = name !== slo.name && slo.name.length <= 63 ? { displayName: slo.name } : {};
  return {
    version: to,
    kind: 'SLO',
    metadata: { name, ...displayName, ...labels },
    spec: {
      ...(slo.description === '' ? {} : { description: slo.description }),
      service: slo.service,
      indicator: { metadata: { name }, spec: { ratioMetric } },
      timeWindow: [{ duration: { count: slo.periodDays ?? 30, unit: 'day' }, isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ targetPercent: slo.objective }],
    },
    placeOf: () => slo.place,
  };
}

function ratioOf(sli: SlothSlo['sli']): RatioMetric {
  const metric = (query: string): Metric => ({ source: { type: 'Prometheus', spec: { query } } });
  // Sloth's queries are rates already, which go up and down.
  const counter = false;
  if (sli.kind === 'raw') return { counter, rawType: 'failure', raw: metric(sli.errorRatioQuery) };
  const total = metric(sli.totalQuery);
  if (sli.kind === 'good') return { counter, good: metric(sli.goodQuery), total };
  return { counter, bad: metric(sli.errorQuery), total };
}
