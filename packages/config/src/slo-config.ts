import type { FieldMap, Sli } from '@sekisho/counting';
import type { AlertPolicy } from '@sekisho/objectives/alerts';
import type { Method, MissingPolicy, Window } from '@sekisho/objectives/budget';

/*
 * What `services/*.yaml` says, ready for use: OpenSLO documents, read beside sekisho.yaml.
 * Targets here are those of the files; the ones in force are agreed in the house (core, slo/targets).
 */

/** One promise to users. */
export interface SloConfig {
  /** OpenSLO `metadata.name`; unique. */
  readonly id: string;
  readonly displayName: string | null;
  readonly description: string | null;
  /** A name in `Config.services`. */
  readonly service: string;
  /** Of a composite that of its first part. */
  readonly indicator: IndicatorConfig;
  /** What a composite is weighed of; absent where there is one indicator. */
  readonly parts?: readonly SloPart[];
  readonly method: Method;
  readonly window: Window;
  readonly missing: MissingPolicy;
  /** Share of good that the file asks for, in force until another is agreed. */
  readonly target: number;
  readonly alerts: AlertPolicy;
  /** Shown, never told: a new SLO may watch for a while before it pages. */
  readonly shadow: boolean;
  /** Which view of its service it is; absent where its file does not say. */
  readonly view?: SloView;
  readonly place: { readonly file: string; readonly line: number };
}

/** From where a service is looked at, the nearest to its users first. */
export type ViewName = 'beacon' | 'probe' | 'load-balancer' | 'server';

/** One of several views of one service. */
export interface SloView {
  readonly name: ViewName;
  /** The nearer view that it is taken for, and the day (ISO 8601) on which that was shown; null: not yet. */
  readonly standsFor: { readonly view: ViewName; readonly shown: string | null } | null;
}

/** One part of a composite SLO. */
export interface SloPart {
  /** Unique within its SLO. */
  readonly name: string;
  /** Above 0; weights need not add up to anything. */
  readonly weight: number;
  readonly indicator: IndicatorConfig;
}

/** How an SLO is measured, and where from. `source` is a name in `Config.sources`. */
export type IndicatorConfig =
  | {
      readonly kind: 'events';
      readonly source: string;
      readonly sli: Sli;
    }
  /**
   * The source has counted already; the query is in its own words, checked by its kind (see
   * `slo/sources/queries.ts`). Of a push source it is `{ service }`: the minutes that the processes
   * of that service counted themselves.
   */
  | {
      readonly kind: 'measured';
      readonly source: string;
      readonly query: Readonly<Record<string, unknown>>;
    };

export interface ServiceConfig {
  readonly name: string;
  readonly displayName: string | null;
  /** Selectors as in policies, such as `group:shop`; whoever fits one may agree for the service. */
  readonly owners: readonly string[];
  /** `owner/name` on GitHub, in lower case, whose pull requests its budgets speak to. */
  readonly repositories?: readonly string[];
}

/** Where events or minutes come from: an OpenSLO `DataSource`. */
export type SourceConfig = {
  readonly name: string;
  /** Minutes after which a minute is taken as complete. */
  readonly latenessMinutes: number;
} & (
  | ({ readonly kind: 's3-logs' } & LogWords & {
        readonly bucket: string;
        readonly prefix: string;
        readonly region: string;
        /** Whose role reads it: a name in `Config.environments`; null for the server's own. */
        readonly environment: string | null;
        /** SQS queue that is told of new objects; null: the prefix is listed. */
        readonly queueUrl: string | null;
      })
  /** Files that grow and rotate on the server's own disk; patterns as for `slo count`. */
  | ({ readonly kind: 'log-files' } & LogWords & { readonly paths: readonly string[] })
  /** Whoever holds a token for it sends: the GraphQL plug-ins, the beacon. */
  | ({
      readonly kind: 'push';
      /** Origins whose pages may send what their users meet; none without it. */
      readonly origins?: readonly string[];
    } & LogWords)
  /** A subscription of CloudWatch Logs, which Amazon Data Firehose delivers to our door. */
  | ({
      readonly kind: 'cloudwatch-logs';
      /** Names the variable with the access key of the delivery. */
      readonly accessKeyVariable: string;
      /** Minutes of silence that are taken for want of traffic; a longer one is not measured. */
      readonly quietMinutes: number;
    } & LogWords)
  /** Tables of log lines that are counted where they lie; `connection` as below. */
  | ({
      readonly kind: 'clickhouse' | 'athena';
      readonly connection: Readonly<Record<string, unknown>>;
    } & LogWords)
  | {
      readonly kind: 'prometheus' | 'cloudwatch' | 'datadog' | 'mackerel' | 'alarms' | 'probe';
      /** In the kind's own words, checked. Secrets are named, not held: `tokenVariable: SEKISHO_SOURCE_…`. */
      readonly connection: Readonly<Record<string, unknown>>;
    }
);

export interface LogWords {
  /** A name of `formats` in @sekisho/counting. */
  readonly format: string;
  /** Where LTSV and JSON Lines keep what is counted; null for the usual names. */
  readonly fields: FieldMap | null;
}
