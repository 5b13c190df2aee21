import { LIMITS } from '../limits.ts';
import type { Json } from '../state.ts';
import { checkOptions } from './options.ts';
import type { Problems } from './problems.ts';
import { checkString, objectAt, say } from './problems.ts';
import { checkText } from './text.ts';

type Check = (problems: Problems, at: string, element: Json) => void;

function checkButton(problems: Problems, at: string, element: Json): void {
  checkText(problems, at, element, 'text', { most: LIMITS.buttonText, plain: true });
  checkString(problems, at, element, 'value', LIMITS.buttonValue);
  checkString(problems, at, element, 'url', LIMITS.url);
  const style = element['style'];
  if (style !== undefined && style !== 'primary' && style !== 'danger') {
    say(problems, `${at}/style`, 'must be one of: primary, danger');
  }
}

function checkInput(problems: Problems, at: string, element: Json): void {
  const most = element['max_length'];
  if (typeof most === 'number' && (most < 1 || most > LIMITS.inputLength)) {
    say(problems, `${at}/max_length`, `must be between 1 and ${LIMITS.inputLength}`);
  }
}

function checkNumber(problems: Problems, at: string, element: Json): void {
  if (typeof element['is_decimal_allowed'] !== 'boolean') {
    say(problems, at, 'missing required field: is_decimal_allowed');
  }
}

function optionsUpTo(most: number): Check {
  return (problems, at, element) => checkOptions(problems, at, element, most);
}

function nothingMore(): void {}

const CHECKS: Readonly<Record<string, Check>> = {
  button: checkButton,
  plain_text_input: checkInput,
  number_input: checkNumber,
  email_text_input: nothingMore,
  url_text_input: nothingMore,
  static_select: optionsUpTo(LIMITS.selectOptions),
  multi_static_select: optionsUpTo(LIMITS.selectOptions),
  checkboxes: optionsUpTo(LIMITS.choiceOptions),
  radio_buttons: optionsUpTo(LIMITS.choiceOptions),
  overflow: optionsUpTo(LIMITS.overflowOptions),
  datepicker: nothingMore,
  timepicker: nothingMore,
  datetimepicker: nothingMore,
  users_select: nothingMore,
  multi_users_select: nothingMore,
  conversations_select: nothingMore,
  multi_conversations_select: nothingMore,
  channels_select: nothingMore,
  multi_channels_select: nothingMore,
};

const TYPED = ['plain_text_input', 'number_input', 'email_text_input', 'url_text_input'];

/** Element types that an `input` block takes: all that hold a value. */
export const INPUT_ELEMENTS = Object.keys(CHECKS).filter((t) => t !== 'button' && t !== 'overflow');
/** Element types of `actions` blocks and of a section's accessory: all but the typed ones. */
export const ACTION_ELEMENTS = Object.keys(CHECKS).filter((t) => !TYPED.includes(t));

/** Checks one interactive element that must be of one of the given types. */
export function checkElement(
  problems: Problems,
  at: string,
  value: unknown,
  types: readonly string[],
): void {
  const element = objectAt(problems, at, value);
  if (element === undefined) return;
  const type = String(element['type']);
  const check = types.includes(type) ? CHECKS[type] : undefined;
  if (check === undefined) {
    say(problems, `${at}/type`, `unsupported type: ${type}`);
    return;
  }
  checkString(problems, at, element, 'action_id', LIMITS.actionId);
  checkText(problems, at, element, 'placeholder', {
    most: LIMITS.placeholder,
    plain: true,
    optional: true,
  });
  check(problems, at, element);
  if (element['confirm'] !== undefined) checkConfirm(problems, `${at}/confirm`, element['confirm']);
}

/** Source of the lengths: docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
function checkConfirm(problems: Problems, at: string, value: unknown): void {
  const confirm = objectAt(problems, at, value);
  if (confirm === undefined) return;
  checkText(problems, at, confirm, 'title', { most: 100, plain: true });
  checkText(problems, at, confirm, 'text', { most: 300 });
  checkText(problems, at, confirm, 'confirm', { most: 30, plain: true });
  checkText(problems, at, confirm, 'deny', { most: 30, plain: true });
}
