import {
  contract,
  isFinal,
  type OpsLease,
  type OutputOf,
  type SloPage,
  type VerbName,
} from '@sekisho/contract';
import { AppError, type Context, type Order, type Stranger } from '@sekisho/core';
import { parseDuration } from '@sekisho/words';
import { testConfig } from './config.ts';
import { otherVerbs } from './fake-verbs.ts';

type Input = Readonly<Record<string, string>>;

export interface FakeCore {
  readonly leases: Map<string, OpsLease>;
  readonly pages: Map<string, SloPage>;
  readonly calls: { readonly name: VerbName; readonly context: Context; readonly input: unknown }[];
  /** Ordered, and not taken yet. */
  readonly orders: Order[];
  /** Whom the door did not let in. */
  readonly strangers: Stranger[];
  call(name: VerbName, context: Context, input: unknown): Promise<unknown>;
  /** What the engine would do: another state, and a card to redraw. */
  change(id: string, patch: Partial<OpsLease>): OpsLease;
  tell(notice: string, person: string, lease: string, facts?: object): void;
  page(notice: string, lease: string | null, facts?: object): void;
  /** An alert that fired, changed or resolved, and the order to tell of it. */
  paging(page: SloPage): void;
  /** Orders the picture of a page. */
  picturing(page: SloPage): void;
}

/** Leases in memory behind the contract's own schemas; it refuses what the house refuses. */
export function createFakeCore(): FakeCore {
  const leases = new Map<string, OpsLease>();
  const pages = new Map<string, SloPage>();
  const calls: FakeCore['calls'] = [];
  const orders: Order[] = [];
  const strangers: Stranger[] = [];
  const answers = new Map<string, unknown>();
  let last = 0;
  const order = (topic: string, payload: Order['payload']) => {
    last += 1;
    orders.push({ id: last, topic, payload, attempts: 0 });
  };
  const core: FakeCore = {
    ...{ leases, pages, calls, orders, strangers },
    async call(name, context, raw) {
      const input = contract[name].input.strict().parse(raw) as Input;
      calls.push({ name, context, input });
      const key = `${context.principal.id} ${name} ${context.idempotencyKey ?? ''}`;
      if (context.idempotencyKey !== undefined && answers.has(key)) return answers.get(key);
      const answer = verbs[name]?.(core, context.principal.id, input);
      if (answer === undefined) throw new Error(`the fake does not know ${name}`);
      if (context.idempotencyKey !== undefined) answers.set(key, answer);
      return contract[name].output.parse(answer);
    },
    change(id, patch) {
      const before = need(core, id);
      const after = { ...before, ...patch, revision: before.revision + 1 };
      leases.set(id, after);
      order('card', { lease: id, revision: after.revision });
      return after;
    },
    tell: (notice, person, lease, facts = {}) => order('tell', { notice, person, lease, facts }),
    page: (notice, lease, facts = {}) => order('page', { notice, lease, facts }),
    paging(page) {
      pages.set(page.id, page);
      const { id, slo, severity } = page;
      order('slo', { kind: severity, slo, page: id, severity });
    },
    picturing({ id, slo, severity }) {
      order('picture', { kind: severity, slo, page: id, severity });
    },
  };
  return core;
}

type Verbs = Partial<Record<VerbName, (core: FakeCore, who: string, input: Input) => unknown>>;

const verbs: Verbs = {
  'ops.start': start,
  'ops.quote': (_core, who, input) => quote(who, input),
  'ops.list': (core, _who, { holder }) =>
    [...core.leases.values()].filter(
      (lease) => !isFinal(lease.state) && lease.holder === (holder ?? lease.holder),
    ),
  'ops.history': (core) => [...core.leases.values()],
  'ops.who': () => [],
  'ops.cost': () => [],
  'lease.list': (core, who, input) => verbs['ops.list']?.(core, who, input),
  'lease.show': (core, _who, { id }) => need(core, id),
  'ops.show': (core, _who, { id }) => need(core, id),
  'ops.connect': (core, who, { id }) => connect(need(core, id), who),
  'ops.extend': (core, _who, { id = '', by = '' }) => {
    const lease = active(core, id);
    const deadline = new Date(Date.parse(lease.deadline ?? '') + (parseDuration(by) ?? 0) * 1000);
    return core.change(id, { deadline: deadline.toISOString() });
  },
  'ops.hold': (core, _who, { id = '' }) =>
    core.change(active(core, id).id, { holdUntil: later(3600) }),
  'ops.handover': (core, _who, { id = '', to = '' }) =>
    core.change(active(core, id).id, { holder: to }),
  'ops.replace': (core, _who, { id = '' }) =>
    core.change(active(core, id).id, { state: 'granting', step: 'replacing' }),
  'ops.stop': (core, _who, { id = '' }) =>
    core.change(need(core, id).id, { state: 'revoking', ending: 'returned', step: 'terminating' }),
  ...otherVerbs,
  'lease.approve': approve,
  'lease.deny': (core, who, { id = '', reason }) => {
    const lease = requested(core, id);
    core.tell('denied', lease.requester, id, { approver: who, reason });
    return core.change(id, { state: 'denied', step: 'done', endedAt: later(0) });
  },
  'lease.withdraw': (core, _who, { id = '' }) =>
    core.change(requested(core, id).id, { state: 'withdrawn', step: 'done', endedAt: later(0) }),
};

function start(core: FakeCore, who: string, input: Input): OpsLease {
  const judged = quote(who, input);
  if (judged.durationSeconds > judged.maximumSeconds) {
    const { durationSeconds: askedSeconds, maximumSeconds } = judged;
    const environment = judged.environment;
    throw new AppError('too-long', { environment, askedSeconds, maximumSeconds });
  }
  const id = `ops-test000${core.leases.size + 1}`;
  const waits = judged.approval.count > 0;
  core.leases.set(id, {
    ...{ id, kind: 'ops-server', state: waits ? 'requested' : 'approved' },
    ...{ environment: judged.environment, production: judged.production },
    ...{
      requester: who,
      holder: who,
      reason: input['reason'] ?? '',
      ticket: input['ticket'] ?? null,
    },
    ...{ durationSeconds: judged.durationSeconds, requestedAt: later(0), startsAt: null },
    ...{ approvedAt: null, readyAt: null, deadline: null, hardMaximum: null, endedAt: null },
    ...{ ending: null, approval: judged.approval, approvals: [], breakGlass: false },
    ...{ reviewDue: false, step: waits ? 'waiting-approval' : 'arming-switch', missing: null },
    ...{ detail: null, stuck: false, holdUntil: null, revision: 0 },
    ...{ instanceId: null, instanceType: judged.instanceType, imageId: 'ami-1' },
    ...{ imageCreatedAt: null, imageOld: false, imageParameter: null, imageProvenance: null },
    ...{ account: '123456789012', region: 'ap-northeast-1' },
    ...{ costPerHour: judged.costPerHour, costSoFar: null, provider: 'aws', engine: null },
  });
  const lease = core.change(id, {});
  for (const person of judged.approval.people) core.tell('approval-asked', person, id);
  return lease;
}

function quote(who: string, input: Input): OutputOf<'ops.quote'> {
  const environment = testConfig.environments[input['environment'] ?? ''];
  if (environment === undefined) {
    const known = Object.keys(testConfig.environments);
    throw new AppError('unknown-environment', { value: input['environment'] ?? '', known });
  }
  const { name, production, opsServer } = environment;
  const { sizes, defaultSeconds, maximumSeconds } = opsServer;
  const asked = input['for'] === undefined ? defaultSeconds : parseDuration(input['for']);
  if (asked === null)
    throw new AppError('bad-duration', { field: 'for', value: input['for'] ?? '' });
  const people = ['sre', 'sre2'].filter((id) => id !== who);
  return {
    ...{ environment: name, production, maximumSeconds, durationSeconds: asked },
    sizes: sizes.map((instanceType) => ({ instanceType, costPerHour: 0.05 })),
    ...{ instanceType: input['size'] ?? sizes[0] ?? '', costPerHour: 0.05, costTotal: 0.1 },
    approval: production
      ? { count: 1, from: ['group:sre'], people }
      : { count: 0, from: [], people: [] },
    ...{ mayBreakGlass: false, budgets: [], refusal: null },
    ...{ imageAgeDays: null, imageOld: false, imageProvenance: null },
  };
}

function approve(core: FakeCore, who: string, { id = '' }: Input): OpsLease {
  const lease = requested(core, id);
  if (who === lease.requester) throw new AppError('self-approval', {});
  const { from, people } = lease.approval;
  if (!people.includes(who)) throw new AppError('not-an-approver', { from, people });
  core.tell('approved', lease.requester, id, { approver: who, startsAt: null });
  const approvals = [...lease.approvals, { approver: who, at: later(0) }];
  const approvedAt = later(0);
  return core.change(id, { state: 'approved', approvedAt, approvals, step: 'arming-switch' });
}

function connect(lease: OpsLease, who: string): OutputOf<'ops.connect'> {
  if (lease.holder !== who) throw new AppError('not-yours', { holder: lease.holder });
  const argv = ['aws', 'ssm', 'start-session', '--target', lease.instanceId ?? ''];
  const { deadline } = lease;
  return { instanceId: lease.instanceId ?? '', argv, command: argv.join(' '), deadline };
}

function need(core: FakeCore, id: string | undefined): OpsLease {
  const lease = core.leases.get(id ?? '');
  if (lease === undefined) throw new AppError('lease-not-found', { id: id ?? '' });
  return lease;
}

function inState(core: FakeCore, id: string, state: OpsLease['state']): OpsLease {
  const lease = need(core, id);
  if (lease.state !== state) throw new AppError('wrong-state', { id, state: lease.state });
  return lease;
}

function requested(core: FakeCore, id: string): OpsLease {
  return inState(core, id, 'requested');
}

function active(core: FakeCore, id: string): OpsLease {
  return inState(core, id, 'active');
}

/** So many seconds from now, ISO 8601. */
export function later(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}
