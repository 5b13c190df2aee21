/** Facts of what may be wrong with OpenSLO documents. */
export interface OpensloFacts {
  readonly 'unknown-version': { value: string; known: readonly string[] };
  readonly 'unknown-kind': { value: string; version: string; known: readonly string[] };
  readonly 'bad-name': { value: string };
  readonly 'bad-label-key': { value: string };
  readonly 'bad-annotation-key': { value: string };
  readonly 'too-long': { length: number; maximum: number };
  readonly 'both-given': { first: string; second: string };
  readonly 'none-given': { options: readonly string[] };
  readonly 'bad-duration': { value: string; units: string };
  readonly 'bad-start': { value: string };
  readonly 'bad-zone': { value: string };
  readonly 'calendar-rolls': Record<never, never>;
  readonly 'calendar-missing': Record<never, never>;
  readonly 'method-needs': { method: string; key: string };
  readonly 'method-ignores': { method: string; key: string };
  readonly 'threshold-needs': { key: string };
  readonly 'ratio-ignores': { key: string };
  readonly 'percent-as-share': { value: string };
  readonly 'slice-over-window': { slice: string; window: string };
  readonly 'unknown-reference': { kind: string; value: string; known: readonly string[] };
  readonly 'duplicate-name': { kind: string; value: string; first: string };
}
