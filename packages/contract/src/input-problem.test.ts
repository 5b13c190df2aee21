import { expect, it } from 'vitest';
import { badInput, contract } from './index.ts';

/** The facts of the first thing that is wrong with an input of a verb. */
function judged(name: keyof typeof contract, input: Record<string, unknown>) {
  const parsed = contract[name].input.strict().safeParse(input);
  if (parsed.success) throw new Error('nothing is wrong');
  return badInput(parsed.error.issues[0], input, ['a', 'b']);
}

const wish = { environment: 'staging', reason: 'look' };

it.each([
  ['ops.start', { reason: 'x' }, ['environment', '', 'missing', 'string']],
  ['ops.start', { ...wish, reason: ' ' }, ['reason', ' ', 'empty', '1']],
  ['lease.review', { id: 'ops-7k3f9q2m', text: 'ok' }, ['text', 'ok', 'too-short', '20']],
  ['ops.start', { ...wish, reason: 7 }, ['reason', '7', 'wrong-type', 'string']],
  ['ops.start', { ...wish, breakGlass: 'yes' }, ['breakGlass', 'yes', 'wrong-type', 'boolean']],
  ['ops.start', { ...wish, colour: 'red' }, ['colour', '', 'unknown-field', 'a, b']],
  ['ops.history', { limit: 0 }, ['limit', '0', 'too-small', '1']],
  ['ops.history', { limit: '1001' }, ['limit', '1001', 'too-big', '1000']],
  ['ops.history', { limit: 'many' }, ['limit', 'many', 'wrong-type', 'number']],
  ['ops.history', { limit: 1.5 }, ['limit', '1.5', 'wrong-type', 'int']],
  ['ops.show', { id: 'x y' }, ['id', 'x y', 'wrong-form', '']],
  ['token.create', { name: 'x', scopes: [], expires: '1h' }, ['scopes', '[]', 'too-few', '1']],
] as const)('says of %s %j what is wrong', (name, input, [field, value, problem, needed]) => {
  const told = judged(name, input);
  expect(told).toEqual({
    field,
    value,
    problem,
    needed: problem === 'missing' ? '' : needed,
  });
});

it('offers the choices there are, and names a field within another', () => {
  const { problem, needed } = judged('ops.history', { state: 'gone' });
  expect(problem).toBe('not-one-of');
  expect(needed.split(', ')).toContain('active');
  const anchors = [{ installation: 7 }];
  expect(judged('timeline.verify', { anchors }).field).toBe('anchors.0.installation');
});

it('shows no more of a long value than tells which it is', () => {
  const { problem, needed, value } = judged('ops.start', { ...wish, reason: 'x'.repeat(5_000) });
  expect({ problem, needed }).toEqual({ problem: 'too-long', needed: '1000' });
  expect(value.length).toBe(200);
});
