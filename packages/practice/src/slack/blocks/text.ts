import type { Json } from '../state.ts';
import type { Problems } from './problems.ts';
import { objectAt, say } from './problems.ts';

interface TextRule {
  readonly most: number;
  readonly plain?: boolean;
  readonly optional?: boolean;
}

/** Checks a text object: its type, and a length between 1 and `most` characters. */
export function checkText(
  problems: Problems,
  at: string,
  holder: Json,
  field: string,
  rule: TextRule,
): void {
  const value = holder[field];
  if (value === undefined || value === null) {
    if (rule.optional !== true) say(problems, at, `missing required field: ${field}`);
    return;
  }
  const object = objectAt(problems, `${at}/${field}`, value);
  if (object === undefined) return;
  const types = rule.plain === true ? ['plain_text'] : ['plain_text', 'mrkdwn'];
  if (!types.includes(String(object['type']))) {
    say(problems, `${at}/${field}/type`, `must be one of: ${types.join(', ')}`);
  }
  checkLength(problems, `${at}/${field}/text`, object['text'], rule.most);
}

function checkLength(problems: Problems, at: string, value: unknown, most: number): void {
  if (typeof value !== 'string') say(problems, at, 'must provide a string');
  else if (value.length === 0) say(problems, at, 'must be more than 0 characters');
  else if (value.length > most) say(problems, at, `must be less than ${most + 1} characters`);
}
