import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob } from './glob.ts';

/** The judge: the same as a regular expression over characters. */
function fitsByRegex(pattern: string, text: string): boolean {
  const parts = Array.from(pattern, (each) => {
    if (each === '*') return '.*';
    return each === '?' ? '.' : each.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'su').test(text);
}

function fits(pattern: string, text: string): boolean {
  // Amid other bytes, as in a line.
  const bytes = Buffer.from(`/a${text}b/`);
  return compileGlob(pattern)(bytes, 2, bytes.length - 2);
}

const alphabet = fc.constantFrom('a', 'b', '/', '.', '日', 'é');

describe('a path pattern', () => {
  it('fits what the same regular expression fits', () => {
    const patterns = fc.string({
      unit: fc.oneof(alphabet, fc.constantFrom('*', '?')),
      maxLength: 8,
    });
    const texts = fc.string({ unit: alphabet, maxLength: 10 });
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(fits(pattern, text)).toBe(fitsByRegex(pattern, text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['/api/*', '/api/v1/users', true],
    ['/api/*', '/api/', true],
    ['/api/*', '/api', false],
    ['*.html', '/a/b.html', true],
    ['/users/*/orders', '/users/7/orders', true],
    ['/users/?', '/users/日', true],
    ['/users/?', '/users/', false],
    ['/a', '/A', false],
    // A star ends where a character ends.
    ['*??c*', '日cyy', false],
    ['*??c*', '日xcyy', true],
  ])('%s on %s is %s', (pattern, text, expected) => {
    expect(fits(pattern, text)).toBe(expected);
  });

  it('takes bytes that continue no character for none, but lets a star pass them', () => {
    const bytes = Buffer.from([0x61, 0x80, 0xe6, 0x97, 0xa5, 0x80]);
    expect(compileGlob('a?日?')(bytes, 0, bytes.length)).toBe(false);
    expect(compileGlob('a*日*')(bytes, 0, bytes.length)).toBe(true);
    expect(compileGlob('a*?')(bytes, 0, bytes.length)).toBe(true);
  });

  it('does not blow up on many stars', () => {
    expect(fits('*a*a*a*a*a*a*a*a*a*b', 'a'.repeat(5000))).toBe(false);
  });
});
