/** Facts of what may be wrong with an SLI over logs (`readSli` of `@sekisho/counting`). */
export interface LogSliFacts {
  readonly 'bad-status': { value: string };
  readonly 'bad-latency': { value: string };
  readonly 'same-route': { name: string };
}
