import type { ContainerEngine } from '../platform/cloud-scope.ts';
import type { OpsCloud } from './cloud.ts';

/** Price of an instance type; from a table that says its date. */
export interface PriceList {
  /** US dollars per hour, or null when the table lacks it. */
  costPerHour(region: string, instanceType: string): number | null;
}

/** The exact words that open a session, as the cloud's own tool wants them. */
export interface SessionCommands {
  connect(to: { instanceId: string; region: string; engine: ContainerEngine | null }): string[];
  forward(to: {
    instanceId: string;
    region: string;
    host: string;
    remotePort: number;
    localPort: number;
    /** The document of the account that does it; null for the cloud's own. */
    document: string | null;
  }): string[];
  /** The same, quoted for a shell. */
  quote(argv: readonly string[]): string;
}

/** What the ops verbs need from outside. */
export interface OpsPorts {
  readonly cloud: OpsCloud;
  readonly prices: PriceList;
  readonly commands: SessionCommands;
}
