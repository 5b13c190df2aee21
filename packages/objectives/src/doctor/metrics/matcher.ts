/** A condition on one label, as a selector of Prometheus has it. */
export interface Matcher {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  /** A value, or an expression that fits the whole value. */
  readonly value: string;
}

/** `name{label="value"}`; a name that needs quotes stands inside the braces. */
export function selectorOf(name: string, matchers: readonly Matcher[]): string {
  const isPlain = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name);
  const inside = matchers.map(({ label, op, value }) => `${keyOf(label)}${op}${quoted(value)}`);
  const all = isPlain ? inside : [quoted(name), ...inside];
  const front = isPlain ? name : '';
  return all.length === 0 ? front : `${front}{${all.join(',')}}`;
}

/** Whether labels fit every matcher; a label that is absent is empty, as in Prometheus. */
export function fits(
  matchers: readonly Matcher[],
): (labels: ReadonlyMap<string, string>) => boolean {
  const tests = matchers.map(({ label, op, value }) => {
    const expression = op.endsWith('~') ? new RegExp(`^(?:${value})$`, 's') : null;
    const isWanted = !op.startsWith('!');
    return (labels: ReadonlyMap<string, string>) => {
      const text = labels.get(label) ?? '';
      return (expression === null ? text === value : expression.test(text)) === isWanted;
    };
  });
  return (labels) => tests.every((test) => test(labels));
}

/** An expression that fits any of the values and nothing else. */
export function anyOf(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
}

function keyOf(label: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label) ? label : quoted(label);
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"\n]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`))}"`;
}
