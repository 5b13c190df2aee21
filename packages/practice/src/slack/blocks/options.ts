import { LIMITS } from '../limits.ts';
import type { Json } from '../state.ts';
import type { Problems } from './problems.ts';
import { checkString, listAt, objectAt, say } from './problems.ts';
import { checkText } from './text.ts';

/** Checks the options of a select, checkbox or radio element, or its groups of options. */
export function checkOptions(problems: Problems, at: string, element: Json, most: number): void {
  if (element['option_groups'] === undefined) {
    checkOptionList(problems, `${at}/options`, element['options'], most);
    return;
  }
  for (const [i, group] of listAt(
    problems,
    `${at}/option_groups`,
    element['option_groups'],
    100,
  ).entries()) {
    const here = `${at}/option_groups/${i}`;
    const object = objectAt(problems, here, group);
    if (object === undefined) continue;
    checkText(problems, here, object, 'label', { most: LIMITS.optionText, plain: true });
    checkOptionList(problems, `${here}/options`, object['options'], most);
  }
}

function checkOptionList(problems: Problems, at: string, value: unknown, most: number): void {
  for (const [i, option] of listAt(problems, at, value, most).entries()) {
    const object = objectAt(problems, `${at}/${i}`, option);
    if (object === undefined) continue;
    checkText(problems, `${at}/${i}`, object, 'text', { most: LIMITS.optionText });
    checkText(problems, `${at}/${i}`, object, 'description', {
      most: LIMITS.optionText,
      optional: true,
    });
    if (typeof object['value'] !== 'string' && object['url'] === undefined) {
      say(problems, `${at}/${i}`, 'missing required field: value');
    }
    checkString(problems, `${at}/${i}`, object, 'value', LIMITS.optionValue);
  }
}
