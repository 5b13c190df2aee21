import type { VerbName } from '@sekisho/contract';
import manifest from '@sekisho/contract/manifest.json' with { type: 'json' };
import { verbOfWord } from '@sekisho/words';
import type { Field } from '../forms/element.ts';
import type { Plan } from './planned.ts';
import { type Token, tokens } from './tokens.ts';

/** Verbs about SLOs that a command may name. */
const said = new Set<VerbName>([
  'slo.list',
  'slo.show',
  'slo.burn',
  'slo.pages',
  'slo.acknowledge',
  'slo.propose',
  'slo.accept',
  'slo.decline',
  'slo.proposals',
  'slo.correct',
  'slo.uncorrect',
  'slo.corrections',
  'slo.review',
  'slo.review-start',
  'slo.review-decide',
  'slo.review-action',
  'slo.review-done',
]);

/** Those whose form opens when a command leaves something out. */
const withForm: readonly VerbName[] = ['slo.propose', 'slo.decline'];

/** Words that ask what can be said. */
export const helpWords: ReadonlySet<string> = new Set(['help', '?', 'ヘルプ', '使い方']);

/** What may be named besides verbs. */
export interface SloNames {
  readonly slos: readonly string[];
  readonly services: readonly string[];
}

/**
 * Reads `/sekisho slo …` as the command line does: words by position, then `--name value`; a field of
 * free text takes what is left, so that `slo decline tgt-… too early` needs no quotation marks.
 * Alone it lists how they stand; the name of an SLO or of a service shows that one.
 * @param rest what stands after `slo`
 */
export function planSlo(rest: string, { slos, services }: SloNames): Plan {
  const [word, ...others] = tokens(rest);
  if (word === undefined) return { do: 'verb', verb: 'slo.list', input: {} };
  if (helpWords.has(word.text.toLowerCase())) return { do: 'help' };
  const verb = verbOfWord('slo', word.text);
  if (verb === null || !said.has(verb)) {
    const name = word.text.toLowerCase();
    if (slos.includes(name)) return { do: 'verb', verb: 'slo.show', input: { id: name } };
    if (services.includes(name)) return { do: 'verb', verb: 'slo.list', input: { service: name } };
    return { do: 'unknown', word: word.text };
  }
  const spec = manifest.find(({ name }) => name === verb);
  const fields = (spec?.fields ?? []) as readonly FieldOfInput[];
  const input = readWords(fields, spec?.positional ?? [], others);
  const lacking = fields.some(({ name, required }) => required && !(name in input));
  // The form cannot ask for what it is about.
  const known = verb !== 'slo.decline' || 'id' in input;
  if (!lacking || !known || !withForm.includes(verb)) return { do: 'verb', verb, input };
  const initial = Object.entries(input).map(([name, value]) => [name, String(value)]);
  return { do: 'form', verb, initial: Object.fromEntries(initial) as Record<string, string> };
}

type Input = Readonly<Record<string, string | boolean | readonly string[]>>;
type FieldOfInput = Field & { readonly many?: boolean };

function readWords(
  fields: readonly FieldOfInput[],
  positional: readonly string[],
  all: readonly Token[],
): Input {
  const input: Record<string, string | boolean | readonly string[]> = {};
  const left: string[] = [];
  const firstFlag = all.findIndex(({ text }) => flagOf(text) !== null);
  const leading = firstFlag < 0 ? all.length : firstFlag;
  for (let index = 0; index < all.length; index += 1) {
    const text = all[index]?.text ?? '';
    const field = fields.find(({ name }) => name === flagOf(text));
    if (field === undefined) left.push(text);
    else if (field.type === 'boolean') input[field.name] = true;
    else input[field.name] = valueOf(field, all[(index += 1)]?.text ?? '', input);
  }
  // A list of names ends at the first flag: what stands behind that is free text.
  for (const name of positional) {
    const many = fields.find((field) => field.name === name)?.many === true;
    const taken = left.splice(0, many ? Math.min(leading, left.length) : 1);
    if (taken.length > 0) input[name] = many ? taken : (taken[0] ?? '');
  }
  const free = fields.find(({ name, format }) => format === 'text' && !(name in input));
  if (free !== undefined && left.length > 0) input[free.name] = left.join(' ');
  return input;
}

function valueOf({ name, many }: FieldOfInput, text: string, input: Input) {
  const before = input[name];
  return many === true ? [...(Array.isArray(before) ? before : []), text] : text;
}

/** `--time-zone` names `timeZone`; Slack's clients turn `--` into a dash. */
function flagOf(text: string): string | null {
  const name = /^(?:--|—|–)([a-z-]+)$/.exec(text)?.[1];
  return name?.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()) ?? null;
}
