import {
  type FieldMap,
  formats,
  guessFormat,
  type LatencyUnit,
  type LogFile,
  type LogFormat,
  latencyUnits,
  type MappedField,
  mappedFormats,
  readBeginning,
} from '@sekisho/counting';
import type { Asked } from '../../commands/options.ts';
import { Failure } from '../../failure.ts';
import type { Host } from '../../host.ts';
import { say } from '../../sentences/say.ts';

/**
 * The format that the options name, with the field names that they give; the format of the first
 * file when they name none.
 * Errors: `Failure` (bad input) when it is not certain, or a field makes no sense.
 */
export async function readFormat(
  host: Host,
  options: Asked['options'],
  files: readonly LogFile[],
): Promise<LogFormat> {
  const name = typeof options.format === 'string' ? options.format : null;
  const fields = Array.isArray(options.field) ? (options.field as readonly string[]) : [];
  if (fields.length > 0) return mapped(host, name, fields);
  const format = name === null ? await guessed(files) : formats[name];
  if (format !== undefined && format !== null) return format;
  const facts = { file: files[0]?.name ?? '-', choices: Object.keys(formats).join(', ') };
  throw new Failure('bad-input', say(host, 'slo-which-format', facts));
}

/** By the first file that holds anything; standard input cannot be read twice. */
async function guessed(files: readonly LogFile[]): Promise<LogFormat | null> {
  const first = files.find(({ size }) => size > 0);
  // One that cannot be read is told of when it is counted.
  const beginning = first && (await readBeginning(first).catch(() => null));
  return beginning ? guessFormat(beginning) : null;
}

function mapped(host: Host, name: string | null, fields: readonly string[]): LogFormat {
  const kind = mappedFormats[name ?? ''];
  if (kind === undefined) throw new Failure('bad-input', say(host, 'slo-fields-fixed'));
  return kind.withFields(
    fields.reduce<FieldMap>((map, text) => withField(host, map, text), kind.fields),
  );
}

function withField(host: Host, map: FieldMap, text: string): FieldMap {
  const cut = text.indexOf('=');
  const field = text.slice(0, cut);
  const [, name = '', unit] = /^(.+?)(?::(s|ms|us|ns))?$/.exec(text.slice(cut + 1)) ?? [];
  if (cut < 1 || !isMapped(map, field) || name === '' || (unit && field !== 'latency')) {
    const facts = { choices: Object.keys(map.names).join(', '), value: text };
    throw new Failure('bad-input', say(host, 'slo-not-a-field', facts));
  }
  const names = { ...map.names, [field]: [name] };
  if (field !== 'latency') return { ...map, names };
  return { names, latencyUnit: isUnit(unit) ? unit : map.latencyUnit };
}

function isMapped(map: FieldMap, name: string): name is MappedField {
  return Object.hasOwn(map.names, name);
}

function isUnit(unit: string | undefined): unit is LatencyUnit {
  return unit !== undefined && Object.hasOwn(latencyUnits, unit);
}
