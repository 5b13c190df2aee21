/** The name of a label and its value. */
export type Label = readonly [name: string, value: string];

/** The type of the text, for the header `Content-Type`. */
export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';

/** The lines that introduce a metric. */
export function headOf(name: string, kind: 'counter' | 'histogram', help: string): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n`;
}

/**
 * One sample of Prometheus' text format.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function sample(name: string, labels: readonly Label[], value: number): string {
  const inside = labels.map(([key, text]) => `${key}="${escaped(text)}"`).join(',');
  return `${name}{${inside}} ${value}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\"\n]/g, (found) => (found === '\n' ? '\\n' : `\\${found}`));
}
