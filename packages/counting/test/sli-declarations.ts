import fc from 'fast-check';
import { textFields } from '../src/lines/log-event.ts';
import type { Condition, Route, Sli } from '../src/sli/declaration.ts';

const status = fc.integer({ min: 0, max: 999 });
const span = fc
  .tuple(status, status)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const micros = fc.oneof(
  fc.integer({ min: 1, max: 10_000_000 }),
  fc.integer({ min: 1, max: 1000 }).map((ms) => ms * 1000),
  fc.integer({ min: 1, max: 600 }).map((s) => s * 1_000_000),
);
const pattern = fc.oneof(
  fc.constantFrom('/api/*', '/users/?', '500', 'true', 'null', '日本', "it's: #1", '- x', '*'),
  fc.string({ minLength: 1, maxLength: 12 }),
);

const plain: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ status: fc.array(span, { minLength: 1, maxLength: 3 }) }),
  fc.record({ slowerThan: micros }),
  fc.record({
    field: fc.constantFrom(...textFields),
    matches: fc.array(pattern, { minLength: 1, maxLength: 3 }),
  }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    plain,
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const routes = fc.uniqueArray(
  fc.record<Route>({
    name: fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name.trim() !== ''),
    when: condition,
  }),
  { minLength: 1, maxLength: 4, selector: ({ name }) => name },
);

/** Any SLI that can be declared. */
export const anySli: fc.Arbitrary<Sli> = fc.record(
  { filter: condition, excludedWhen: condition, goodWhen: condition, routes },
  { requiredKeys: ['goodWhen'] },
);
