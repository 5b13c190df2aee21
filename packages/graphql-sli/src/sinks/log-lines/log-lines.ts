import { reducedMessage } from '@sekisho/counting/graphql';
import type { OperationRecord, Sink } from '../../operation/finished-operation.ts';

export interface LogLinesOptions {
  /** Takes one line, with its end: `(line) => process.stdout.write(line)`, a file, a logger. */
  readonly write: (line: string) => void;
}

/**
 * Writes a JSON object a line for every operation:
 *
 * `{"time":"2026-10-04T00:01:02.345Z","status":200,"sliStatus":500,"duration":0.012,
 * "operation":"Pay","type":"mutation","class":"partial","counts":"bad",
 * "aborted":false,"body":{"data":{},"errors":[{"path":["pay"],"extensions":{"code":"…"}}]}}`
 *
 * - `sekisho slo count --format jsonl --field status=sliStatus --exclude-status 499` counts them:
 *   `sliStatus` is 200 for good, 400 for good in spite of its client's error, 500 for bad and
 *   499 for excluded. A partial success with a weight is 500 if most of it is bad.
 * - `sekisho slo classify graphql [--rules FILE]` judges them again, under the same rules or
 *   others: `body` holds what the judgement rests on and nothing that a user wrote or was
 *   answered. Errors that rules find in data are not in it.
 * - `time` is when the answer was ready, `duration` is in seconds (null where unknown).
 */
export function logLinesSink({ write }: LogLinesOptions): Sink {
  return { record: (record) => write(`${JSON.stringify(lineOf(record))}\n`) };
}

function lineOf(record: OperationRecord): object {
  const { at, status, durationMs, name, type, verdict, aborted } = record;
  return {
    time: new Date(at).toISOString(),
    status,
    sliStatus: sliStatusOf(record),
    // Whole microseconds: what is finer is the clock's own.
    duration: durationMs === null ? null : Math.round(durationMs * 1000) / 1e6,
    ...(name === undefined ? {} : { operation: name }),
    ...(type === undefined ? {} : { type }),
    class: verdict.class,
    counts: verdict.counts,
    ...(verdict.badPerMille === undefined ? {} : { badPerMille: verdict.badPerMille }),
    aborted,
    body: bodyOf(record),
  };
}

/** A body that classifies as the answer did; text that is no JSON where it was not GraphQL's. */
function bodyOf({ outcome, isEmpty }: OperationRecord): unknown {
  if (outcome !== null) return reducedMessage(outcome);
  return isEmpty === true ? '' : 'not GraphQL';
}

function sliStatusOf({ verdict }: OperationRecord): number {
  if (verdict.counts === 'excluded') return 499;
  const bad = verdict.badPerMille ?? (verdict.counts === 'bad' ? 1000 : 0);
  if (bad >= 500) return 500;
  return verdict.class === 'client' ? 400 : 200;
}
