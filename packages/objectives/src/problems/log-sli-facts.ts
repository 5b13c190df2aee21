/** Facts of what may be wrong with an SLI over logs (`readSli` of `@sekisho/counting`), or with a list of incidents. */
export interface LogSliFacts {
  readonly 'bad-status': { value: string };
  readonly 'bad-latency': { value: string };
  readonly 'same-route': { name: string };
  readonly 'bad-moment': { value: string };
  readonly 'ends-too-soon': { from: string; to: string };
}
