import { isObject } from '../arguments.ts';
import { elementsOf } from '../blocks/complete.ts';
import type { Json, StateValues } from '../state.ts';

type Maker = (element: Json, given: unknown) => Json;

/** The typed state of one element, from the plain value a person gave, or its initial one. */
export function stateOf(element: Json, given: unknown): Json {
  const type = String(element['type']);
  const maker = MAKERS[type];
  return { type, ...maker?.(element, given) };
}

function plain(field: string, initial: string): Maker {
  return (element, given) => ({ [field]: given ?? element[initial] ?? null });
}

function many(field: string, initial: string): Maker {
  return (element, given) => ({
    [field]: given === undefined ? (element[initial] ?? []) : listOf(given),
  });
}

function listOf(given: unknown): unknown[] {
  return Array.isArray(given) ? (given as unknown[]) : [given];
}

/** The option with this value, as the app wrote it. */
function optionOf(element: Json, value: unknown): Json | null {
  const groups = Array.isArray(element['option_groups'])
    ? (element['option_groups'] as unknown[])
    : [];
  const lists = [element['options'], ...groups.filter(isObject).map((group) => group['options'])];
  const options = lists
    .flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))
    .filter(isObject);
  const wanted = isObject(value) ? value['value'] : value;
  return options.find((option) => option['value'] === wanted) ?? null;
}

function oneOption(element: Json, given: unknown): Json {
  const chosen = given === undefined ? element['initial_option'] : optionOf(element, given);
  return { selected_option: chosen ?? null };
}

function manyOptions(element: Json, given: unknown): Json {
  if (given === undefined) return { selected_options: element['initial_options'] ?? [] };
  return { selected_options: listOf(given).flatMap((value) => optionOf(element, value) ?? []) };
}

const MAKERS: Readonly<Record<string, Maker>> = {
  plain_text_input: plain('value', 'initial_value'),
  number_input: plain('value', 'initial_value'),
  email_text_input: plain('value', 'initial_value'),
  url_text_input: plain('value', 'initial_value'),
  datepicker: plain('selected_date', 'initial_date'),
  timepicker: plain('selected_time', 'initial_time'),
  datetimepicker: plain('selected_date_time', 'initial_date_time'),
  users_select: plain('selected_user', 'initial_user'),
  channels_select: plain('selected_channel', 'initial_channel'),
  conversations_select: plain('selected_conversation', 'initial_conversation'),
  multi_users_select: many('selected_users', 'initial_users'),
  multi_channels_select: many('selected_channels', 'initial_channels'),
  multi_conversations_select: many('selected_conversations', 'initial_conversations'),
  static_select: oneOption,
  radio_buttons: oneOption,
  overflow: oneOption,
  multi_static_select: manyOptions,
  checkboxes: manyOptions,
};

/** The value a person gave for one element: by block and action id, or by block id alone. */
export function givenFor(given: Json, blockId: string, actionId: string): unknown {
  const block = given[blockId];
  if (!isObject(block)) return block;
  return block[actionId];
}

/** The state of every element of a view that holds a value. */
export function collectValues(blocks: unknown, given: Json, before: StateValues): StateValues {
  const values: Record<string, Record<string, Json>> = {};
  for (const block of Array.isArray(blocks) ? blocks.filter(isObject) : []) {
    const blockId = String(block['block_id']);
    for (const element of elementsOf(block)) {
      const actionId = String(element['action_id']);
      if (element['type'] === 'button' || element['type'] === 'overflow') continue;
      const told = givenFor(given, blockId, actionId);
      const kept = told === undefined ? before[blockId]?.[actionId] : undefined;
      values[blockId] = { ...values[blockId], [actionId]: kept ?? stateOf(element, told) };
    }
  }
  return values;
}
