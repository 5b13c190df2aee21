import {
  classifyOutcome,
  type GraphqlRules,
  operationLabel,
  otherOperations,
  outcomeOf,
} from '@sekisho/counting/graphql';
import type {
  AskedOperation,
  FinishedOperation,
  OperationRecord,
  Sink,
} from './finished-operation.ts';
import { rulesOf } from './rules-of.ts';

/** Names that are labels unless said otherwise: each is several time series. */
const usualMostNames = 200;

/** What both plug-ins are told. */
export interface SliOptions {
  readonly sinks: readonly Sink[];
  /** The service's rules as plain data, as in a file for `sekisho slo classify graphql --rules`. */
  readonly rules?: unknown;
  /** How many of the registered operations keep their name as a label (200 when unsaid); the rest is `other`. */
  readonly mostNames?: number;
  /**
   * Says whether a request's document is a trusted (persisted, registered) one, whose not being
   * valid any more is the server's fault. Asked only when something failed. When unsaid, the
   * rules say it (`trustedDocuments` and `operations`).
   */
  readonly isTrusted?: (asked: AskedOperation) => boolean;
  /** Hears what went wrong within the plug-in itself; the server never does. */
  readonly onProblem?: (problem: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Judges operations and hands them to the sinks. */
export interface Recorder {
  readonly rules: GraphqlRules;
  /** Never throws. */
  record(finished: FinishedOperation): void;
  /** Does work of a plug-in whose failure must not reach the server. */
  guard(work: () => void): void;
  /** Stops the sinks; never rejects. */
  stop(): Promise<void>;
}

/** Errors: throws when the rules are wrong. */
export function createRecorder(options: SliOptions): Recorder {
  const { sinks, now = Date.now } = options;
  const rules = rulesOf(options.rules);
  const labels = new Set([...rules.operations].slice(0, options.mostNames ?? usualMostNames));

  function labelOf(name: string | undefined): string {
    if (name !== undefined && labels.has(name)) return name;
    const label = operationLabel(name, rules);
    return label === name ? otherOperations : label;
  }

  function judged(finished: FinishedOperation): OperationRecord {
    const { status, name, type, aborted, durationMs, isEmpty = false } = finished;
    const outcome = finished.messages === null ? null : outcomeOf(finished.messages);
    const isTrusted = trustOf(finished, outcome !== null && outcome.errors.length > 0, options);
    const verdict = classifyOutcome(
      { status, outcome, isEmpty, operation: name, aborted, isTrusted },
      rules,
    );
    const at = now();
    return {
      at,
      label: labelOf(name),
      name,
      type,
      status,
      verdict,
      outcome,
      isEmpty,
      aborted,
      durationMs,
    };
  }

  return {
    rules,
    record(finished) {
      try {
        const record = judged(finished);
        for (const sink of sinks) tell(sink, record, options);
      } catch (problem) {
        report(problem, options);
      }
    },
    guard: (work) => guarded(options, work),
    async stop() {
      const stopping = sinks.map(async (sink) => sink.stop?.());
      for (const ended of await Promise.allSettled(stopping)) {
        if (ended.status === 'rejected') guarded(options, () => options.onProblem?.(ended.reason));
      }
    },
  };
}

function trustOf(
  { asked }: FinishedOperation,
  hasErrors: boolean,
  options: SliOptions,
): boolean | undefined {
  const { isTrusted } = options;
  if (isTrusted === undefined || asked === undefined || !hasErrors) return undefined;
  let said: boolean | undefined;
  guarded(options, () => {
    said = isTrusted(asked);
  });
  return said;
}

/** A sink that fails takes nothing from the next one. */
function tell(sink: Sink, record: OperationRecord, options: SliOptions): void {
  try {
    sink.record(record);
  } catch (problem) {
    report(problem, options);
  }
}

/** Measuring must not break what is measured. */
function guarded(options: SliOptions, work: () => void): void {
  try {
    work();
  } catch (problem) {
    report(problem, options);
  }
}

function report(problem: unknown, { onProblem }: SliOptions): void {
  try {
    onProblem?.(problem);
  } catch {
    // Whoever listens for problems has one; there is nobody left to tell.
  }
}
