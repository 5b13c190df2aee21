import fc from 'fast-check';
import type { Condition, Sli } from '../../src/index.ts';
import { textFields } from '../../src/lines/log-event.ts';

const status = fc.oneof(fc.constantFrom(0, 200, 404, 499, 500, 503, 999), fc.nat(999));
const span = fc.tuple(status, status).map(([from, to]) => ({ from, to }));

/** Parts of what the logs hold, parts of what SQL and regular expressions hold, and bytes that nobody expects. */
const piece = fc.constantFrom(
  '*',
  '?',
  '/',
  '/api/',
  'items',
  'GET',
  'www.example.com',
  '203.0.113.9',
  'Mozilla',
  '日',
  'é',
  '/a"b',
  "'",
  "''; DROP TABLE logs; --",
  '\\',
  "\\'",
  '\\x41',
  '[a-z]',
  '(.*)',
  '.',
  '^',
  '$',
  '|',
  '+',
  '{2}',
  '%',
  '_',
  '$1',
  '/* ',
  '\u0000',
  '\n',
  '\r',
  '\ufffd',
  '\ud800',
  '👋',
);
const pattern = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.constantFrom('*', '/api/*', '/api/items*', 'www.*', '203.*', 'GE?', '*:*', '*?*', '??*'),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: fc.record({ status: fc.array(span, { maxLength: 3 }) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        slowerThan: fc.oneof(
          fc.integer({ min: 0, max: 2_000_000 }),
          fc.constantFrom(
            300_000,
            299_999.5,
            -1,
            Number.MAX_SAFE_INTEGER,
            Number.POSITIVE_INFINITY,
          ),
        ),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({
        field: fc.constantFrom(...textFields),
        matches: fc.array(pattern, { maxLength: 3 }),
      }),
    },
    fc.record({ not: tie('condition') }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
  ),
}));

const routes = fc.uniqueArray(
  fc.record({
    name: fc.oneof(piece, fc.string()).filter((name) => name !== 'other' && name.isWellFormed()),
    when: condition,
  }),
  { maxLength: 3, selector: ({ name }) => name },
);

/** SLIs with any conditions. */
export const anySli: fc.Arbitrary<Sli> = fc.record(
  { goodWhen: condition, filter: condition, excludedWhen: condition, routes },
  { requiredKeys: ['goodWhen'] },
);
