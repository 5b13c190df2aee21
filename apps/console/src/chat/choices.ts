import type { Json } from './api.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

const lists = new Set([
  'static_select',
  'radio_buttons',
  'overflow',
  'checkboxes',
  'multi_static_select',
]);
const people = new Set(['users_select', 'multi_users_select']);
const places = new Set([
  'channels_select',
  'conversations_select',
  'multi_channels_select',
  'multi_conversations_select',
]);

export function isChoice(element: Json): boolean {
  const type = String(element['type']);
  return lists.has(type) || people.has(type) || places.has(type);
}

/** What can be chosen: the app's options, or the workspace's people or channels. */
export function choicesOf(element: Json, names: ReadonlyMap<string, string>): Choice[] {
  const type = String(element['type']);
  if (lists.has(type)) return [...optionsIn(element), ...groupsIn(element)];
  const letter = people.has(type) ? 'U' : 'C';
  return [...names]
    .filter(([id]) => id.startsWith(letter))
    .map(([value, label]) => ({ value, label }));
}

function groupsIn(element: Json): Choice[] {
  const groups = element['option_groups'];
  return Array.isArray(groups) ? groups.flatMap((group: Json) => optionsIn(group)) : [];
}

function optionsIn(holder: Json): Choice[] {
  const options = holder['options'];
  if (!Array.isArray(options)) return [];
  return options.map((option: Json) => ({
    value: String(option['value']),
    label: String((option['text'] as Json | undefined)?.['text'] ?? option['value']),
  }));
}

/** The value an element begins with. */
export function initialOf(element: Json): string {
  const option = element['initial_option'] as Json | undefined;
  const values = [
    element['initial_value'],
    option?.['value'],
    element['initial_user'],
    element['initial_channel'],
    element['initial_conversation'],
    element['initial_date'],
    element['initial_time'],
  ];
  return String(values.find((value) => value !== undefined) ?? '');
}
