import type { Drafted, Finding, ObtainableSli } from '@sekisho/objectives/doctor';

/** What one input yields. */
export interface Examined {
  /** File, address or pattern, as the reader gave it. */
  readonly name: string;
  readonly kind: 'metrics' | 'prometheus' | 'logs' | 'graphql' | 'source';
  readonly slis: readonly ObtainableSli[];
  /** Of a source of a server: the SLOs that count on it, and how much of the last day was measured. */
  readonly standing?: readonly {
    readonly id: string;
    readonly coverage: number;
    readonly isWell: boolean;
  }[];
  readonly findings: readonly Finding[];
  /** How logs are read, as `connectionDetails` of a data source of files; null for others. */
  readonly connection: Readonly<Record<string, unknown>> | null;
  /** Targets that history suggests; null where it kept none that promises anything. */
  readonly targets: ReadonlyMap<ObtainableSli, number | null>;
}

/** Everything that the doctor found. */
export interface Diagnosed {
  readonly service: string;
  readonly sources: readonly Examined[];
  readonly drafted: Drafted;
  /** An OpenSLO document with the SLIs that can be had; null when there are none. */
  readonly document: string | null;
}
