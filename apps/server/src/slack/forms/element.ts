import type { Block } from '@sekisho/cards';
import type { Language, VerbName } from '@sekisho/contract';
import { cut, fieldHelp } from '@sekisho/words';
import { labelOf } from '../words.ts';

/** One field of a verb's input, as the contract's manifest tells it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly format?: string;
}

export interface Choice {
  readonly text: string;
  readonly value: string;
}

export interface FieldOptions {
  readonly verb: VerbName;
  readonly language: Language;
  /** What stands in the field at first. */
  readonly initial: string | undefined;
  /** What can be chosen; nothing for fields that are typed. */
  readonly choices: readonly Choice[];
  /** The app hears of changes at once. */
  readonly live: boolean;
  /** Told apart from the same field of another environment, so that Slack forgets the old choice. */
  readonly suffix?: string;
}

type Element = Readonly<Record<string, unknown>>;

/** An input block for one field: a list where there is something to choose, text otherwise. */
export function fieldBlock(field: Field, options: FieldOptions): Block {
  const { verb, language, live, suffix } = options;
  const help = fieldHelp(verb, field.name, language);
  const label = labelOf(verb, field.name, language);
  return {
    type: 'input',
    block_id: suffix === undefined ? field.name : `${field.name}:${suffix}`,
    label: plain(label),
    ...(help === '' || help === label ? {} : { hint: plain(help) }),
    optional: !field.required,
    dispatch_action: live,
    element: { ...elementOf(field, options), action_id: `form.${field.name}` },
  };
}

function elementOf(field: Field, options: FieldOptions): Element {
  const { initial, live } = options;
  if (field.format === 'person') {
    return { type: 'users_select', ...(initial ? { initial_user: initial } : {}) };
  }
  if (field.type === 'boolean') return tick(options);
  if (options.choices.length > 0) return list(options);
  return {
    type: 'plain_text_input',
    multiline: field.format === 'text' || field.name === 'text',
    max_length: field.name === 'text' ? 3000 : field.format === 'text' ? 1000 : 200,
    ...(initial ? { initial_value: initial } : {}),
    ...(live ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } } : {}),
  };
}

function list({ choices, initial }: FieldOptions): Element {
  const options = choices
    .slice(0, 100)
    .map(({ text, value }) => ({ text: plain(text, 75), value }));
  const chosen = options.find(({ value }) => value === initial);
  return { type: 'static_select', options, ...(chosen ? { initial_option: chosen } : {}) };
}

function tick({ verb, language, initial }: FieldOptions): Element {
  const text = plain(fieldHelp(verb, 'breakGlass', language), 75);
  const option = { text, value: 'yes' };
  return {
    type: 'checkboxes',
    options: [option],
    ...(initial === 'yes' ? { initial_options: [option] } : {}),
  };
}

export function plain(text: string, most = 2000) {
  // Slack refuses longer ones.
  return { type: 'plain_text', text: cut(text, most) || '-', emoji: false };
}
