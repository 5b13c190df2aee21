import { isObject } from '../arguments.ts';
import { LIMITS } from '../limits.ts';
import type { Json } from '../state.ts';
import { ACTION_ELEMENTS, checkElement, INPUT_ELEMENTS } from './element.ts';
import type { Problems } from './problems.ts';
import { checkString, listAt, objectAt, say } from './problems.ts';
import { checkText } from './text.ts';

type Check = (problems: Problems, at: string, block: Json) => void;

function checkSection(problems: Problems, at: string, block: Json): void {
  const fields = block['fields'];
  checkText(problems, at, block, 'text', {
    most: LIMITS.sectionText,
    optional: fields !== undefined,
  });
  if (fields !== undefined) {
    const list = listAt(problems, `${at}/fields`, fields, LIMITS.fields);
    for (const [i, field] of list.entries()) {
      checkText(problems, `${at}/fields`, { [i]: field }, String(i), { most: LIMITS.fieldText });
    }
  }
  const accessory = block['accessory'];
  if (accessory === undefined) return;
  if (isObject(accessory) && accessory['type'] === 'image')
    checkImage(problems, `${at}/accessory`, accessory);
  else checkElement(problems, `${at}/accessory`, accessory, ACTION_ELEMENTS);
}

function checkActions(problems: Problems, at: string, block: Json): void {
  const list = listAt(problems, `${at}/elements`, block['elements'], LIMITS.actionsElements);
  for (const [i, element] of list.entries()) {
    checkElement(problems, `${at}/elements/${i}`, element, ACTION_ELEMENTS);
  }
  const ids = list.flatMap((e) =>
    isObject(e) && typeof e['action_id'] === 'string' ? [e['action_id']] : [],
  );
  for (const id of repeated(ids)) say(problems, at, `\`action_id\` "${id}" already exists`);
}

function checkContext(problems: Problems, at: string, block: Json): void {
  const list = listAt(problems, `${at}/elements`, block['elements'], LIMITS.contextElements);
  for (const [i, element] of list.entries()) {
    const here = `${at}/elements/${i}`;
    if (isObject(element) && element['type'] === 'image') checkImage(problems, here, element);
    else
      checkText(problems, `${at}/elements`, { [i]: element }, String(i), {
        most: LIMITS.fieldText,
      });
  }
}

function checkInputBlock(problems: Problems, at: string, block: Json): void {
  checkText(problems, at, block, 'label', { most: LIMITS.labelText, plain: true });
  checkText(problems, at, block, 'hint', { most: LIMITS.labelText, plain: true, optional: true });
  checkElement(problems, `${at}/element`, block['element'], INPUT_ELEMENTS);
}

function checkImage(problems: Problems, at: string, block: Json): void {
  if (typeof block['alt_text'] !== 'string') say(problems, at, 'missing required field: alt_text');
  if (block['slack_file'] === undefined && typeof block['image_url'] !== 'string') {
    say(problems, at, 'missing required field: image_url');
  }
  checkString(problems, at, block, 'alt_text', LIMITS.altText);
  checkString(problems, at, block, 'image_url', LIMITS.url);
}

function checkMarkdown(problems: Problems, at: string, block: Json): void {
  if (typeof block['text'] !== 'string') say(problems, at, 'missing required field: text');
  checkString(problems, at, block, 'text', LIMITS.markdownText);
}

const CHECKS: Readonly<Record<string, Check>> = {
  section: checkSection,
  header: (problems, at, block) =>
    checkText(problems, at, block, 'text', { most: LIMITS.headerText, plain: true }),
  divider: () => {},
  actions: checkActions,
  context: checkContext,
  input: checkInputBlock,
  image: checkImage,
  markdown: checkMarkdown,
  rich_text: (problems, at, block) =>
    void listAt(problems, `${at}/elements`, block['elements'], 1000),
};

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
}

/** Checks a list of blocks: how many, each one's shape and lengths, and that ids are unique. */
export function checkBlocks(problems: Problems, at: string, value: unknown, most: number): void {
  if (Array.isArray(value) && value.length === 0) return;
  const blocks = listAt(problems, at, value, most);
  for (const [i, item] of blocks.entries()) {
    const here = `${at}/${i}`;
    const block = objectAt(problems, here, item);
    if (block === undefined) continue;
    const check = CHECKS[String(block['type'])];
    if (check === undefined)
      say(problems, `${here}/type`, `unsupported type: ${String(block['type'])}`);
    checkString(problems, here, block, 'block_id', LIMITS.blockId);
    check?.(problems, here, block);
  }
  const ids = blocks.flatMap((b) =>
    isObject(b) && typeof b['block_id'] === 'string' ? [b['block_id']] : [],
  );
  for (const id of repeated(ids)) say(problems, at, `\`block_id\` "${id}" already exists`);
}
