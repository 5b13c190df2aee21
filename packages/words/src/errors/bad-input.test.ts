import { badInput, contract, inputProblems, verbNames } from '@sekisho/contract';
import { describe, expect, it } from 'vitest';
import { errorText } from './index.ts';

/** Values that some field or other does not take. */
const strange = [
  undefined,
  null,
  '',
  ' ',
  'x'.repeat(5_000),
  -1,
  1e9,
  0.5,
  Number.NaN,
  true,
  [],
  {},
];

const facts = { field: 'reason', value: '値', needed: '7' };

describe('a bad input', () => {
  it.each(inputProblems)('that is %s is told with its field in both languages', (problem) => {
    for (const language of ['en', 'ja'] as const) {
      const { why, fix } = errorText('bad-input', { ...facts, problem }, language);
      expect(`${why} ${fix}`).toContain('reason');
      expect(fix).toMatch(language === 'ja' ? /ください。?|: 7$/ : /\.$/);
    }
  });

  it('of any field of any verb is told in Japanese without a word of English', () => {
    const english = verbNames.flatMap((name) =>
      Object.keys({ ...contract[name].input.shape, colour: 1 }).flatMap((field) =>
        strange.flatMap((value) => {
          const input = { [field]: value };
          const parsed = contract[name].input.strict().safeParse(input);
          return (parsed.error?.issues ?? []).flatMap((issue) => {
            const about = badInput(issue, input);
            const { why, fix } = errorText('bad-input', about, 'ja');
            const ours = [about.field, about.needed, ...why.matchAll(/「[^」]*」/g)].reduce<string>(
              (text, part) => text.replaceAll(String(part) || '\0', ''),
              why + fix,
            );
            const rest = ours.replace(/「[^」]*」|Sekisho|true か false/g, '');
            return /[A-Za-z]{2,}/.test(rest) ? [`${name} ${field}: ${why}${fix}`] : [];
          });
        }),
      ),
    );
    expect(english).toEqual([]);
  });
});
