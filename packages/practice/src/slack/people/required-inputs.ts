import { isObject } from '../arguments.ts';
import type { Json, StateValues } from '../state.ts';

/**
 * What Slack's own client says before it submits anything: required inputs left empty, texts too
 * short or too long, numbers that are none. Block id → what is wrong.
 */
export function inputProblems(blocks: unknown, values: StateValues): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const block of Array.isArray(blocks) ? blocks.filter(isObject) : []) {
    const element = block['element'];
    if (block['type'] !== 'input' || !isObject(element)) continue;
    const blockId = String(block['block_id']);
    const state = values[blockId]?.[String(element['action_id'])] ?? {};
    const problem = problemOf(element, valueOf(state), block['optional'] === true);
    if (problem !== undefined) problems[blockId] = problem;
  }
  return problems;
}

function valueOf(state: Json): unknown {
  return Object.entries(state).find(([field]) => field !== 'type')?.[1];
}

function problemOf(element: Json, value: unknown, optional: boolean): string | undefined {
  const empty =
    value === null ||
    value === undefined ||
    value === '' ||
    (Array.isArray(value) && value.length === 0);
  if (empty) return optional ? undefined : 'Please complete this required field.';
  if (typeof value !== 'string') return undefined;
  const { max_length: most, min_length: least } = element;
  if (typeof most === 'number' && value.length > most)
    return `Must be less than ${most + 1} characters.`;
  if (typeof least === 'number' && value.length < least)
    return `Must be at least ${least} characters.`;
  if (element['type'] === 'number_input' && !Number.isFinite(Number(value)))
    return 'Please enter a valid number.';
  return undefined;
}
