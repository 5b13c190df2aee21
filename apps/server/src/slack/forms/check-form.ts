import type { Config, PersonConfig } from '@sekisho/config';
import { badInput, contract, type ErrorCode, type FactsOf } from '@sekisho/contract';
import { type House, personOfSlack } from '@sekisho/core';
import { errorText, parseDuration, parseMoment, uiOf } from '@sekisho/words';
import type { IncomingSubmission } from '../come-in/incoming.ts';
import { labelOf } from '../words.ts';
import { type FormName, fieldsOf, memoryOf } from './form.ts';

export interface FormCheck {
  readonly config: Config;
  readonly person: PersonConfig;
  /** Whom the form names, by their Slack user. */
  readonly people: ReadonlyMap<string, PersonConfig>;
  readonly now: Date;
}

/** The people behind the Slack users that a form names; strangers are not among them. */
export async function peopleIn(
  house: House,
  form: FormName,
  { team, values }: IncomingSubmission,
): Promise<ReadonlyMap<string, PersonConfig>> {
  const people = new Map<string, PersonConfig>();
  for (const { name, format } of fieldsOf(form)) {
    const user = values[name]?.value.trim() ?? '';
    if (format !== 'person' || user === '') continue;
    const person = await personOfSlack(house, { team, user });
    if (person !== undefined) people.set(user, person);
  }
  return people;
}

/** What a form comes to: the verb's input, or what is wrong by block. */
export type Checked =
  | { readonly input: Readonly<Record<string, unknown>> }
  | { readonly errors: Readonly<Record<string, string>> };

/** Judges a submitted form by what is at hand, so that mistakes are told beside their fields at once. */
export function checkForm(form: FormName, incoming: IncomingSubmission, check: FormCheck): Checked {
  const { id } = memoryOf(incoming.metadata);
  const input: Record<string, unknown> = id === undefined ? {} : { id };
  const errors: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    const given = incoming.values[field.name];
    const value = given?.value.trim() ?? '';
    if (value === '' && !field.required) continue;
    const problem = problemOf(form, field.name, field.format, value, incoming, check);
    if (problem !== null) errors[given?.block ?? field.name] = problem;
    input[field.name] = field.type === 'boolean' ? true : readValue(field.format, value, check);
  }
  if (Object.keys(errors).length > 0) return { errors };
  return shapeProblems(form, input, incoming, check) ?? { input };
}

function problemOf(
  form: FormName,
  field: string,
  format: string | undefined,
  value: string,
  incoming: IncomingSubmission,
  { config, person, people, now }: FormCheck,
): string | null {
  const { language, timeZone } = person;
  const told = <Code extends ErrorCode>(code: Code, facts: FactsOf<Code>) => {
    const { why, fix } = errorText(code, facts, language, { timeZone });
    return language === 'ja' ? why + fix : `${why} ${fix}`;
  };
  const label = labelOf(form, field, language);
  if (value === '') return uiOf(language).ask.needed;
  if (format === 'duration') {
    const seconds = parseDuration(value);
    if (seconds === null) return told('bad-duration', { field: label, value });
    const name = incoming.values['environment']?.value ?? '';
    const longest = config.environments[name]?.opsServer.maximumSeconds ?? Infinity;
    const facts = { environment: name, askedSeconds: seconds, maximumSeconds: longest };
    if (form === 'ops.start' && seconds > longest) return told('too-long', facts);
  }
  if (format === 'moment' && parseMoment(value, { now, timeZone }) === null) {
    return told('bad-moment', { field: label, value });
  }
  return format === 'person' && !people.has(value) ? told('not-in-roster', { who: value }) : null;
}

/** A Slack user becomes the person of the roster. */
function readValue(format: string | undefined, value: string, { people }: FormCheck): string {
  return format === 'person' ? (people.get(value)?.id ?? value) : value;
}

/** The contract's own judgement of the whole input, beside the fields. */
function shapeProblems(
  form: FormName,
  input: Readonly<Record<string, unknown>>,
  incoming: IncomingSubmission,
  { person }: FormCheck,
): Checked | null {
  const parsed = contract[form].input.safeParse(input);
  if (parsed.success) return null;
  const { language } = person;
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? '');
    const facts = { ...badInput(issue, input), field: labelOf(form, field, language) };
    const { why, fix } = errorText('bad-input', facts, language);
    errors[incoming.values[field]?.block ?? field] =
      language === 'ja' ? why + fix : `${why} ${fix}`;
  }
  return { errors };
}
