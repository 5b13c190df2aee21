/*
 * Practice GitHub as plain data: what the file on disk holds, and what a step makes of it.
 */

/** A key that tokens are signed with; the file that holds it is its owner's alone. */
export interface SigningKey {
  readonly kid: string;
  readonly privatePem: string;
  readonly publicJwk: Readonly<Record<string, string>>;
}

export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly ownerId: number;
  readonly name: string;
  readonly visibility: 'public' | 'private';
  readonly defaultBranch: string;
  /** `repo:OWNER@ID/NAME@ID:…`, as repositories made since July 2026 have it. */
  readonly immutableSubject: boolean;
  /** Commit of the default branch. */
  readonly head: string;
}

export interface Pull {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly branch: string;
  readonly head: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

export type Conclusion = 'success' | 'failure' | 'cancelled';
export type JobStatus = 'queued' | 'in_progress' | 'completed';

/** One job of a run, with what it printed. */
export interface Job {
  readonly id: number;
  readonly name: string;
  readonly status: JobStatus;
  readonly conclusion: Conclusion | null;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly log: readonly string[];
  /** Names what the job shows to people beside its log: where to approve, what was planned. */
  readonly summary: string;
}

/** A run of a workflow; running it again makes the next attempt of the same run. */
export interface Run {
  readonly id: number;
  readonly attempt: number;
  readonly repository: string;
  readonly workflow: string;
  /** Path of the reusable workflow whose jobs these are, with its ref. */
  readonly jobWorkflow: string;
  readonly event: 'pull_request' | 'push';
  readonly ref: string;
  readonly headRef: string;
  readonly baseRef: string;
  readonly sha: string;
  readonly actor: string;
  readonly pull: number;
  readonly environment: string | null;
  readonly createdAt: number;
  readonly jobs: readonly Job[];
}

export interface Status {
  readonly repository: string;
  readonly sha: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly context: string;
  readonly description: string;
  readonly targetUrl: string | null;
  readonly createdAt: number;
}

export interface Comment {
  readonly id: number;
  readonly repository: string;
  readonly issue: number;
  readonly user: string;
  readonly body: string;
  readonly createdAt: number;
}

/** What goes wrong because somebody asked for it. */
export interface Faults {
  /** The issuer's keys answer 503. */
  readonly jwksDown: boolean;
  /** Seconds that the issuer's clock is ahead (or behind, below 0). */
  readonly clockSkewSeconds: number;
  /** So many requests for a token answer 500. */
  readonly tokensRefused: number;
}

export interface GithubState {
  /** Newest first: it signs; all are published. */
  readonly keys: readonly SigningKey[];
  readonly repositories: Readonly<Record<string, Repository>>;
  readonly users: Readonly<Record<string, number>>;
  readonly pulls: readonly Pull[];
  readonly runs: readonly Run[];
  readonly statuses: readonly Status[];
  readonly comments: readonly Comment[];
  /** What a job asks for tokens with, and until when it may. */
  readonly jobTokens: Readonly<
    Record<string, { readonly run: number; readonly job: number; readonly until: number }>
  >;
  readonly apiToken: string;
  readonly webhookSecret: string;
  readonly lastId: number;
  readonly faults: Faults;
}
