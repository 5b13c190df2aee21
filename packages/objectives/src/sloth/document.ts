import type { Place } from '../problems/index.ts';

/** Labels or annotations, their values written as Sloth writes them. */
export type Labels = Readonly<Record<string, string>>;

/** How Sloth was told of its SLOs; each has rules of its own in the output. */
export type SlothSpec = 'prometheus/v1' | 'sloth.slok.dev/v1' | 'openslo/v1alpha';

/** One YAML document with SLOs of one service, as Sloth reads it. */
export interface SlothDocument {
  readonly spec: SlothSpec;
  readonly service: string;
  /** Labels of every SLO; `SlothSlo.labels` holds them already. */
  readonly labels: Labels;
  /** What names the object in Kubernetes; null for the other specs. */
  readonly object: KubernetesObject | null;
  readonly slos: readonly SlothSlo[];
  readonly place: Place;
}

export interface KubernetesObject {
  readonly name: string;
  /** Empty when unsaid. */
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** One promise. */
export interface SlothSlo {
  /** `service-name`: the label `sloth_id`, and part of the groups' names. */
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly description: string;
  /** In percent, above 0, at most 100. */
  readonly objective: number;
  /** Those of the document and of its own; its own win. */
  readonly labels: Labels;
  readonly sli: SlothSli;
  /** Null when it is disabled. */
  readonly page: SlothAlert | null;
  /** Null when it is disabled. */
  readonly ticket: SlothAlert | null;
  /** Days of the period that the document itself sets (OpenSLO); null leaves it to the command. */
  readonly periodDays: number | null;
  readonly chain: RuleChain;
  readonly place: Place;
}

/** Queries hold `{{.window}}` where a span such as `5m` belongs. */
export type SlothSli =
  | { readonly kind: 'events'; readonly errorQuery: string; readonly totalQuery: string }
  | { readonly kind: 'raw'; readonly errorRatioQuery: string }
  | { readonly kind: 'good'; readonly goodQuery: string; readonly totalQuery: string };

/** Labels and annotations of one alert; those common to both alerts are among them. */
export interface SlothAlert {
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** Which rules the chain of Sloth's own plug-ins makes. */
export interface RuleChain {
  /** `mean` takes the period from the short windows' ratios, `whole` asks for the whole period. */
  readonly sli: 'mean' | 'whole' | 'none';
  readonly metadata: boolean;
  readonly alerts: boolean;
  /** Whether it checks that queries are PromQL. */
  readonly promql: boolean;
}
