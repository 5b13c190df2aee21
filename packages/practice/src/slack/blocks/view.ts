import { isObject } from '../arguments.ts';
import { fail, failWith } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import type { Json } from '../state.ts';
import { checkBlocks } from './block.ts';
import type { Problems } from './problems.ts';
import { checkString, say } from './problems.ts';
import { checkText } from './text.ts';

/**
 * Checks a view as `views.*` does.
 * Errors: `invalid_arguments` with every problem named, `view_too_large`.
 */
export function checkView(value: unknown, type: 'modal' | 'home'): Json {
  if (!isObject(value))
    failWith('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  if (Buffer.byteLength(JSON.stringify(value)) > LIMITS.viewBytes) fail('view_too_large');
  const problems: Problems = [];
  if (value['type'] !== type) say(problems, '/view/type', `must be one of: ${type}`);
  if (type === 'modal') checkModal(problems, value);
  checkString(problems, '/view', value, 'private_metadata', LIMITS.privateMetadata);
  checkString(problems, '/view', value, 'callback_id', LIMITS.callbackId);
  checkString(problems, '/view', value, 'external_id', LIMITS.externalId);
  checkBlocks(problems, '/view/blocks', value['blocks'], LIMITS.viewBlocks);
  if (problems.length > 0) failWith('invalid_arguments', problems);
  return value;
}

function checkModal(problems: Problems, view: Json): void {
  checkText(problems, '/view', view, 'title', { most: LIMITS.viewTitle, plain: true });
  checkText(problems, '/view', view, 'submit', {
    most: LIMITS.viewButton,
    plain: true,
    optional: true,
  });
  checkText(problems, '/view', view, 'close', {
    most: LIMITS.viewButton,
    plain: true,
    optional: true,
  });
  const blocks = Array.isArray(view['blocks']) ? (view['blocks'] as unknown[]) : [];
  const asks = blocks.some((block) => isObject(block) && block['type'] === 'input');
  if (asks && view['submit'] === undefined) {
    say(problems, '/view', 'must define `submit` to use an `input` block in modals');
  }
}
