/** An instance of practice AWS, as its own state tells. */
export interface Instance {
  readonly id: string;
  readonly state: string;
  readonly imageId: string;
  /** Epoch milliseconds. */
  readonly launchedAt: number;
  /** The states that it has been in, each with its beginning in epoch milliseconds. */
  readonly phases: readonly { readonly at: number; readonly state: string }[];
  readonly tags: Readonly<Record<string, string>>;
}

/** One user's, or group's, assignment, as practice AWS keeps it. */
export interface AssignmentRow {
  readonly account: string;
  readonly permissionSetArn: string;
  readonly principalType: string;
  readonly principalId: string;
}

/** Practice AWS at one moment. */
export interface State {
  readonly now: string;
  readonly instances: readonly Instance[];
  readonly sessions: readonly {
    readonly id: string;
    readonly instanceId: string;
    readonly endedAt: number | null;
  }[];
  readonly schedules: readonly {
    readonly name: string;
    readonly target: { readonly Input?: string };
    readonly dueAt: number;
  }[];
  readonly assignments: readonly AssignmentRow[];
  /** Changes of assignments, those that are over among them. */
  readonly changes: readonly (AssignmentRow & { readonly kind: string; readonly status: string })[];
  readonly roles: readonly {
    readonly account: string;
    readonly name: string;
    /** Inline policies by name. */
    readonly policies: Readonly<Record<string, string>>;
  }[];
}

/** What leases have left in practice AWS: the judge of what really happened. */
export interface Sky {
  readonly url: string;
  state(): Promise<State>;
  /** Every instance that was ever launched for a lease and that AWS still shows. */
  launchedFor(lease: string): Promise<Instance[]>;
  /** Those of them that are not on their way out. */
  livingOf(lease: string): Promise<Instance[]>;
  /** Sessions that are open on an instance. */
  sessionsOn(instanceId: string): Promise<readonly unknown[]>;
  /** Whether a lease's dead-man's switch is set. */
  isArmed(lease: string): Promise<boolean>;
  /** Does something inside a machine. */
  act(act: string, instanceId: string): Promise<void>;
  /** Makes the keys of an issuer of tokens known to every account. */
  believe(issuer: string, keys: readonly object[]): Promise<void>;
  /** Replaces the faults in force. */
  faults(faults: readonly unknown[]): Promise<void>;
  /** Moves the clock of practice AWS forward. */
  skip(seconds: number): Promise<void>;
}

const overStates = ['shutting-down', 'terminated'];

/** Looks at practice AWS from beside, not through what Sekisho says. */
export function openSky(url: string): Sky {
  const state = async () => (await (await fetch(`${url}/_practice/state`)).json()) as State;
  const post = async (path: string, body: unknown) => {
    const response = await fetch(`${url}/_practice/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  };
  const launchedFor = async (lease: string) =>
    (await state()).instances.filter(({ tags }) => tags['sekisho:lease'] === lease);
  return {
    ...{ url, state, launchedFor },
    believe: (issuer, keys) => post('issuer', { issuer, keys }),
    livingOf: async (lease) =>
      (await launchedFor(lease)).filter((instance) => !overStates.includes(instance.state)),
    sessionsOn: async (instanceId) =>
      (await state()).sessions.filter(
        (session) => session.instanceId === instanceId && session.endedAt === null,
      ),
    isArmed: async (lease) =>
      (await state()).schedules.some(({ name }) => name === `sekisho-${lease}`),
    act: (act, instanceId) => post('machine', { act, instanceId }),
    faults: (faults) => post('faults', { faults }),
    skip: (seconds) => post('clock', { advanceMs: seconds * 1000 }),
  };
}
