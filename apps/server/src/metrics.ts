import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Numbers of the engine, as they stand now. */
export interface EngineNumbers {
  /** Seconds that the oldest due target has been waiting; 0 when none is due. */
  readonly oldestDueTargetSeconds: number;
  readonly stuckLeases: number;
  /** Effects that were ordered and not carried out. */
  readonly ordersWaiting: number;
}

/** What doors and the engine measure, told to Prometheus at `/metrics`. */
export interface Metrics {
  readonly contentType: string;
  /** The text that Prometheus scrapes; calls what `beforeScrape` was given first, and says NaN when that fails. */
  text(): Promise<string>;
  /** One call of a verb through a door; `outcome` is `done` or the failure's code. */
  observeCall(call: {
    readonly door: string;
    readonly verb: string;
    readonly outcome: string;
    readonly seconds: number;
  }): void;
  /** Seconds from a lease's deadline to the beginning of its revocation. */
  observeRevocation(lateSeconds: number): void;
  countSignInFailure(): void;
  /** Event streams that are open. */
  setStreams(open: number): void;
  refresh(numbers: EngineNumbers): void;
  /** Gets the engine's numbers whenever Prometheus asks. */
  beforeScrape(read: () => Promise<EngineNumbers>): void;
}

/** Said when they cannot be read: neither the last ones nor zero would be true. */
const unknownNumbers: EngineNumbers = {
  oldestDueTargetSeconds: Number.NaN,
  stuckLeases: Number.NaN,
  ordersWaiting: Number.NaN,
};

/** Makes the measures, on a registry of their own. */
export function createMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const doors = doorMeasures(register);
  const engine = engineMeasures(register);
  let read: (() => Promise<EngineNumbers>) | null = null;
  return {
    ...doors,
    ...engine,
    contentType: register.contentType,
    beforeScrape(reader) {
      read = reader;
    },
    async text() {
      if (read !== null) engine.refresh(await read().catch(() => unknownNumbers));
      return register.metrics();
    },
  };
}

function doorMeasures(register: Registry) {
  const calls = new Histogram({
    name: 'sekisho_call_duration_seconds',
    help: 'Duration of calls of verbs, by door, verb and outcome',
    labelNames: ['door', 'verb', 'outcome'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    registers: [register],
  });
  const failures = new Counter({
    name: 'sekisho_sign_in_failures_total',
    help: 'Credentials that were not good',
    registers: [register],
  });
  const streams = new Gauge({
    name: 'sekisho_event_streams',
    help: 'Streams of events that are open',
    registers: [register],
  });
  return {
    observeCall({ door, verb, outcome, seconds }: Parameters<Metrics['observeCall']>[0]) {
      calls.observe({ door, verb, outcome }, seconds);
    },
    countSignInFailure: () => failures.inc(),
    setStreams: (open: number) => streams.set(open),
  };
}

function engineMeasures(register: Registry) {
  const registers = [register];
  const lateness = new Histogram({
    name: 'sekisho_revocation_lateness_seconds',
    help: 'Seconds from the deadline of a lease to the beginning of its revocation',
    buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600],
    registers,
  });
  const oldest = new Gauge({
    name: 'sekisho_oldest_due_target_seconds',
    help: 'Age of the oldest due target that the engine has not looked at',
    registers,
  });
  const stuck = new Gauge({
    name: 'sekisho_stuck_leases',
    help: 'Leases that cannot be revoked and are being retried',
    registers,
  });
  const orders = new Gauge({
    name: 'sekisho_orders_waiting',
    help: 'Effects that were ordered and are not carried out yet',
    registers,
  });
  return {
    observeRevocation: (lateSeconds: number) => lateness.observe(Math.max(0, lateSeconds)),
    refresh(numbers: EngineNumbers) {
      oldest.set(numbers.oldestDueTargetSeconds);
      stuck.set(numbers.stuckLeases);
      orders.set(numbers.ordersWaiting);
    },
  };
}
