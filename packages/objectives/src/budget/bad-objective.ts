/** Why an objective cannot be evaluated. `value` is the piece of it that is wrong. */
export class BadObjective extends Error {
  readonly code:
    | 'no-target'
    | 'bad-target'
    | 'targets-out-of-order'
    | 'bad-slice'
    | 'bad-window'
    | 'bad-time-zone'
    | 'bad-anchor';
  readonly value: string;

  constructor(code: BadObjective['code'], value: string | number, cause?: unknown) {
    super(`${code}: ${value}`, { cause });
    this.name = 'BadObjective';
    this.code = code;
    this.value = String(value);
  }
}
