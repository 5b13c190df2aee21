import type { Problem } from '../problems/index.ts';
import type { Labels, SlothDocument, SlothSlo, SlothSpec } from '../sloth/document.ts';
import { alertRules } from './alert-rules.ts';
import { chooseWindows, type WindowChoice } from './choose-windows.ts';
import { metadataRules } from './metadata-rules.ts';
import { merged, type Rule, type RuleGroup } from './rule.ts';
import { type Dialect, sliRules } from './sli-rules.ts';
import { deadTiers, earlyTicket } from './tiers.ts';
import type { AlertWindows } from './windows.ts';

export interface RuleOptions extends WindowChoice {
  readonly dialect: Dialect;
  /** Labels for every SLO, over its own. */
  readonly extraLabels: Labels;
  readonly withoutRecordings: boolean;
  readonly withoutAlerts: boolean;
}

/** A file of rules as data: plain groups, or a PrometheusRule of Kubernetes. */
export type RuleDocument =
  | { readonly groups: readonly RuleGroup[] }
  | {
      readonly apiVersion: 'monitoring.coreos.com/v1';
      readonly kind: 'PrometheusRule';
      readonly metadata: Readonly<Record<string, string | Labels>>;
      readonly spec: { readonly groups: readonly RuleGroup[] };
    };

export interface MadeRules {
  /** One for each document read; to be used only when there are no problems. */
  readonly documents: readonly RuleDocument[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Makes the rules of SLOs.
 * A tier that can never fire is a problem in the exact dialect and a warning in Sloth's, whose
 * output must be what Sloth's is.
 */
export function makeRules(read: readonly SlothDocument[], options: RuleOptions): MadeRules {
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  const documents = read.map((document) => {
    const groups = document.slos.flatMap((slo) => {
      const shaped = shape(slo, options);
      const windows = chooseWindows(shaped, options);
      if ('code' in windows) problems.push(windows);
      if ('code' in windows) return [];
      judge(shaped, windows, { dialect: options.dialect, problems, warnings });
      return groupsOf(shaped, windows, { dialect: options.dialect, spec: document.spec });
    });
    if (groups.length === 0 && problems.length === 0) {
      problems.push({ code: 'no-rules', facts: {}, place: document.place, value: '' });
    }
    return wrap(document, groups);
  });
  return { documents, problems, warnings };
}

/** The SLO as the command wants it. */
function shape(slo: SlothSlo, { extraLabels, withoutRecordings, withoutAlerts }: RuleOptions) {
  const chain = {
    ...slo.chain,
    sli: withoutRecordings ? 'none' : slo.chain.sli,
    metadata: slo.chain.metadata && !withoutRecordings,
    alerts: slo.chain.alerts && !withoutAlerts,
  } as const;
  return { ...slo, chain, labels: { ...slo.labels, ...extraLabels } };
}

interface Judging {
  readonly dialect: Dialect;
  readonly problems: Problem[];
  readonly warnings: Problem[];
}

function judge(slo: SlothSlo, windows: AlertWindows, { dialect, problems, warnings }: Judging) {
  const dead = deadTiers(slo, windows);
  (dialect === 'exact' ? problems : warnings).push(...dead);
  const early = earlyTicket(slo, windows);
  if (early !== null) warnings.push(early);
  if (dialect === 'exact' && slo.sli.kind === 'raw' && slo.chain.sli !== 'none') {
    const facts = { slo: slo.id };
    problems.push({ code: 'raw-not-exact', facts, place: slo.place, value: '' });
  }
}

function groupsOf(
  slo: SlothSlo,
  windows: AlertWindows,
  { dialect, spec }: { dialect: Dialect; spec: SlothSpec },
): readonly RuleGroup[] {
  const groups: readonly (readonly [string, readonly Rule[]])[] = [
    ['sli-recordings', sliRules(slo, windows, dialect)],
    ['meta-recordings', metadataRules(slo, windows, spec)],
    ['alerts', alertRules(slo, windows)],
  ];
  return groups
    .filter(([, rules]) => rules.length > 0)
    .map(([kind, rules]) => ({ name: `sloth-slo-${kind}-${slo.id}`, rules }));
}

function wrap({ object }: SlothDocument, groups: readonly RuleGroup[]): RuleDocument {
  if (object === null) return { groups };
  const own = { 'app.kubernetes.io/component': 'SLO', 'app.kubernetes.io/managed-by': 'sloth' };
  const metadata = {
    labels: merged(own, object.labels),
    ...(Object.keys(object.annotations).length === 0 ? {} : { annotations: object.annotations }),
    name: object.name,
    ...(object.namespace === '' ? {} : { namespace: object.namespace }),
  };
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata,
    spec: { groups },
  };
}

/** Plain groups of all documents in one, since Prometheus reads only the first of a file. */
export function mergeDocuments(documents: readonly RuleDocument[]): readonly RuleDocument[] {
  const plain = documents.flatMap((one) => ('groups' in one ? one.groups : []));
  const others = documents.filter((one) => !('groups' in one));
  return plain.length === 0 ? others : [{ groups: plain }, ...others];
}
