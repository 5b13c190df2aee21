import { readPlan } from '@sekisho/terraform-plan';
import { displayWidth } from '@sekisho/words/width';
import { describe, expect, it } from 'vitest';
import type { Style } from '../../print/style.ts';
import { attributeText } from './attribute-text.ts';

const style: Style = {
  ...{ language: 'en', timeZone: 'UTC', now: new Date('2026-11-21T05:00:00Z'), width: 60 },
  ...{ glyphs: true, coloured: false, paint: (text: string) => text },
};

/** The lines of an attribute whose text becomes another one, of a plan that was really read. */
function linesOf(before: string, after: string, shown: Style): readonly string[] {
  const change = {
    ...{ actions: ['update'], before: { x: before }, after: { x: after }, after_unknown: {} },
    ...{ before_sensitive: {}, after_sensitive: {} },
  };
  const { plan } = readPlan({
    ...{ format_version: '1.2', planned_values: {} },
    resource_changes: [{ address: 'a.b', type: 'a', change }],
  });
  const attribute = plan?.diff.resources[0]?.attributes[0];
  if (attribute === undefined) throw new Error('no attribute');
  return attributeText(attribute, shown).split('\n');
}

describe('a line that is too long', () => {
  const after = `a\nb${'x'.repeat(700)}`;

  it('says at its end how much of it is not shown, within the terminal', () => {
    const line = linesOf('a\nb', after, style).find((one) => one.includes('+ b')) ?? '';
    expect(displayWidth(line)).toBeLessThanOrEqual(style.width);
    const shown = line.slice(line.indexOf('b'), line.indexOf('…')).length;
    expect(line).toMatch(new RegExp(`… ${701 - shown} more characters$`));
  });

  it('says so in a log as well, and nothing where it is whole', () => {
    const log = linesOf('a\nb', after, { ...style, glyphs: false });
    expect(log.some((one) => one.endsWith('… 201 more characters'))).toBe(true);
    expect(linesOf('a\nb', 'a\nc', style)).toEqual([
      '    x:',
      '          a',
      '        - b',
      '        + c',
      '',
    ]);
  });

  it('names lines that are over, and does not call them the same', () => {
    const many = Array.from({ length: 300 }, (_, at) => `line ${at}`).join('\n');
    const lines = linesOf('a', many, { ...style, glyphs: false });
    expect(lines.at(-2)).toBe('        ⋮ 101 more lines, not shown');
  });
});
