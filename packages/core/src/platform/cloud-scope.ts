import type { EnvironmentConfig } from '@sekisho/config';

/** Where an environment lives: an AWS account, or a container engine. */
export interface CloudScope {
  readonly environment: string;
  /** Twelve-digit AWS account id; empty where there is an engine. */
  readonly account: string;
  /** Empty where there is an engine. */
  readonly region: string;
  /** Role that Sekisho assumes in the account; none means its own credentials. */
  readonly roleArn?: string;
  readonly externalId?: string;
  /** The container engine whose containers its servers are; none means AWS. */
  readonly engine?: ContainerEngine;
}

/** A place as settings and leases keep it: null for what it has none of. */
interface ScopeFacts {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly roleArn: string | null;
  readonly externalId: string | null;
  readonly engine?: ContainerEngine | null;
}

/** The scope of a place: whatever else stands beside these facts, no cloud is told. */
export function cloudScope(facts: ScopeFacts): CloudScope {
  const { environment, account, region, roleArn, externalId, engine = null } = facts;
  return {
    ...{ environment, account, region },
    ...(roleArn === null ? {} : { roleArn }),
    ...(externalId === null ? {} : { externalId }),
    ...(engine === null ? {} : { engine }),
  };
}

/** The scope of an environment, as it is configured now. */
export function scopeOfEnvironment(environment: EnvironmentConfig): CloudScope {
  return cloudScope({ ...environment, environment: environment.name });
}

/** A Docker-compatible container engine. */
export interface ContainerEngine {
  /** `unix:///…` or `tcp://host:port`. */
  readonly endpoint: string;
  /** Environment variable of the server that names the folder of its certificates; null for a socket. */
  readonly certificates: string | null;
  /** Network of the engine that servers join; `none` for none at all. */
  readonly network: string;
  /** Docker context by which holders reach it; null for the endpoint. */
  readonly context: string | null;
}

/** Names a place: environments may share one, and what is there is looked at once. */
export function placeName({ account, region, roleArn, engine }: PlaceFacts): string {
  return engine ? engine.endpoint : `${account} ${region} ${roleArn ?? ''}`;
}

interface PlaceFacts {
  readonly account: string;
  readonly region: string;
  readonly roleArn?: string | null;
  readonly engine?: ContainerEngine | null;
}
