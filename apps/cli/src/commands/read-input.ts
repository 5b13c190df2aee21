import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { type SentenceName, say } from '../sentences/say.ts';
import { type Field, optionOf, type VerbSpec } from './manifest.ts';

type Given = Readonly<Record<string, unknown>>;

/**
 * Reads a verb's input from the words and options of a command line. What people write in words
 * (durations, moments, names) is left to the server, which knows them all.
 * Errors: `Failure` naming the option that is missing, given twice or of the wrong kind.
 */
export function readInput(
  host: Host,
  verb: VerbSpec,
  words: readonly (string | undefined)[],
  options: Given,
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const field of verb.fields) {
    if (field.type === 'object') continue; // handed over as a file, by the verb's own option
    const position = verb.positional.indexOf(field.name);
    const value =
      field.many && position >= 0
        ? listOf(words.slice(position), options[field.name])
        : oneOf(host, field, position < 0 ? undefined : words[position], options);
    if (value !== undefined) input[field.name] = typed(host, field, value);
    else if (field.required) throw missing(host, verb, field);
  }
  return input;
}

/** A list by position and by option are one list; nothing when it is empty. */
function listOf(words: readonly (string | undefined)[], option: unknown): unknown {
  const all = [
    ...words.filter((word) => word !== undefined),
    ...(Array.isArray(option) ? option : []),
  ];
  return all.length === 0 ? undefined : all;
}

function oneOf(host: Host, field: Field, word: string | undefined, options: Given): unknown {
  const option = options[field.name];
  if (word === undefined || option === undefined || word === option) return word ?? option;
  throw bad(host, 'said-twice', field, { first: word, second: String(option) });
}

function typed(host: Host, field: Field, value: unknown): unknown {
  if (field.type === 'integer') {
    if (/^[+-]?\d{1,15}$/.test(String(value))) return Number(value);
    throw bad(host, 'not-a-number', field, { value: String(value) });
  }
  if (field.choices !== undefined && !field.choices.includes(String(value))) {
    const choices = field.choices.join(', ');
    throw bad(host, 'not-a-choice', field, { value: String(value), choices });
  }
  return value;
}

function missing(host: Host, verb: VerbSpec, field: Field): Failure {
  return bad(host, 'missing-field', field, { example: `sekisho ${verb.examples[0] ?? verb.name}` });
}

function bad(
  host: Host,
  sentence: SentenceName,
  field: Field,
  facts: Readonly<Record<string, string>>,
): Failure {
  const option = optionOf(field);
  return new Failure('bad-input', say(host, sentence, { option, ...facts }));
}
