import { checkTiers, standardTiers } from '../alerts/index.ts';
import { yamlOf } from '../openslo/write.ts';
import type { ObtainableSli, SliQuery, Wanted } from './finding.ts';

/** What a service document is drafted for. */
export interface ServiceDraft {
  /** Lower case, with dashes. */
  readonly service: string;
  readonly slis: readonly ObtainableSli[];
  readonly wanted: Wanted;
  /** Targets that history suggests, by SLI; the wanted one for the others. */
  readonly targets: ReadonlyMap<ObtainableSli, number | null>;
  /** Of the Prometheus that scrapes the service. */
  readonly prometheusUrl: string;
  /** How the logs are read, as a data source of files has it; null without logs. */
  readonly logs: Readonly<Record<string, unknown>> | null;
}

/**
 * Drafts an OpenSLO document of the service with the SLIs that can be had: one of each kind, the
 * one that counts the most events. It is a start: what it promises is for people to agree on.
 * @returns null when there is no SLI
 */
export function draftService(draft: ServiceDraft): string | null {
  const chosen = chooseSlis(draft.slis);
  if (chosen.length === 0) return null;
  const { service } = draft;
  const documents: unknown[] = [
    { apiVersion: 'openslo/v1', kind: 'Service', metadata: { name: service }, spec: {} },
    ...chosen.map((sli) => sloOf(sli, draft)),
  ];
  const isPrometheus = ({ query: { kind } }: ObtainableSli) =>
    ['counters', 'histogram', 'gauge'].includes(kind);
  if (chosen.some(isPrometheus))
    documents.push(sourceOf('prometheus', 'prometheus', { url: draft.prometheusUrl }));
  if (draft.logs !== null && chosen.some(({ query }) => query.kind === 'logs'))
    documents.push(sourceOf(`${service}-logs`, 'log-files', draft.logs));
  if (chosen.some(({ query }) => query.kind === 'graphql'))
    documents.push(sourceOf(`${service}-graphql`, 'push'));
  return yamlOf(documents);
}

/** Of each kind the one that counts the most; what counts events goes before what times them. */
export function chooseSlis(slis: readonly ObtainableSli[]): readonly ObtainableSli[] {
  const size = ({ counted, subject, kind }: ObtainableSli) => {
    const events = counted === null ? -1 : counted.good + counted.bad;
    return kind === 'availability' && subject.endsWith('_count') ? Math.min(events, 0) : events;
  };
  return (['availability', 'latency'] as const).flatMap((kind) => {
    const [best] = slis.filter((sli) => sli.kind === kind).toSorted((a, b) => size(b) - size(a));
    return best === undefined ? [] : [best];
  });
}

function sloOf(sli: ObtainableSli, { service, wanted, targets }: ServiceDraft) {
  const name = `${service}-${sli.kind === 'availability' ? 'answers' : 'fast'}`;
  const target = targets.get(sli) ?? wanted.target;
  const bound = sli.query.kind === 'histogram' ? { op: 'lte', value: sli.query.atMost } : {};
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: { name, ...livingTiers(target, wanted.windowMinutes) },
    spec: {
      service,
      indicator: { metadata: { name }, spec: indicatorOf(sli.query, service) },
      timeWindow: [{ duration: durationOf(wanted.windowMinutes), isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ ...bound, target }],
    },
  };
}

/**
 * Alerts that could never fire at so low a target are refused when the document is read: where the
 * usual ones are among them, it names those that can.
 */
function livingTiers(target: number, windowMinutes: number) {
  const tiers = standardTiers(windowMinutes);
  const dead = new Set(checkTiers(tiers, target, windowMinutes).map(({ tier }) => tier));
  const living = tiers.filter(({ name }) => !dead.has(name));
  if (dead.size === 0 || living.length === 0) return {};
  const texts = living.map(
    ({ severity, long, short, share }) =>
      `${severity} ${durationOf(long)}/${durationOf(short)} ${Number((share * 100).toPrecision(12))}%`,
  );
  return { annotations: { 'sekisho.dev/tiers': texts.join(', ') } };
}

function indicatorOf(query: SliQuery, service: string): unknown {
  const metric = (text: string, beside: object = {}) => ({
    metricSource: { metricSourceRef: 'prometheus', spec: { query: text, ...beside } },
  });
  switch (query.kind) {
    case 'counters': {
      const { total, clientErrors } = query;
      return {
        ratioMetric: {
          counter: true,
          ...('bad' in query ? { bad: metric(query.bad) } : { good: metric(query.good) }),
          total: metric(total, clientErrors === undefined ? {} : { clientErrors }),
        },
      };
    }
    case 'histogram': {
      const { histogram, form } = query;
      const spec = form === 'native' ? { histogram, form } : { histogram };
      return { thresholdMetric: { metricSource: { metricSourceRef: 'prometheus', spec } } };
    }
    case 'gauge':
      return { ratioMetric: { rawType: 'success', raw: metric(query.gauge) } };
    case 'logs':
      return {
        ratioMetric: {
          rawType: 'success',
          raw: { metricSource: { metricSourceRef: `${service}-logs`, spec: query.spec } },
        },
      };
    case 'graphql': {
      const metricSource = { metricSourceRef: `${service}-graphql`, spec: { service } };
      return { ratioMetric: { rawType: 'success', raw: { metricSource } } };
    }
  }
}

function sourceOf(
  name: string,
  type: string,
  connectionDetails?: Readonly<Record<string, unknown>>,
) {
  const spec = connectionDetails === undefined ? { type } : { type, connectionDetails };
  return { apiVersion: 'openslo/v1', kind: 'DataSource', metadata: { name }, spec };
}

function durationOf(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
