import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { countBytes, formatNamed } from '../../test/count-bytes.ts';
import { defaultSli, type Sli } from '../sli/declaration.ts';
import { countPieces } from './count-pieces.ts';

const line = (second: number, status: number) =>
  `h2 2026-10-04T00:00:${String(second).padStart(2, '0')}Z app/a c t 0.1 0.2 0.3 ${status} -\n`;
const log = Buffer.from([line(1, 200), line(2, 503), line(3, 404)].join(''));
const strict: Sli = { goodWhen: { status: [{ from: 200, to: 299 }] } };
const both = [defaultSli, strict].map((sli) => ({ format: formatNamed('alb'), sli }));

function pieces(bytes: Buffer, again = true, size = 7) {
  const opened: number[] = [];
  return {
    opened,
    ...{ name: 'a.gz', again },
    async *open() {
      opened.push(1);
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

describe('counting bytes under several definitions', () => {
  it('gives each what it would have counted by itself, of one reading', async () => {
    const given = pieces(gzipSync(log));
    const { counted, damage } = await countPieces(given, both);
    expect(damage).toBeNull();
    expect(counted[0]).toEqual(countBytes(log));
    expect(counted[1]?.minutes).toMatchObject([{ good: 1, bad: 2 }]);
    expect(given.opened).toHaveLength(1);
  });

  it.each([
    ['plain', log],
    ['gzip', gzipSync(log)],
    ['zstd', zstdCompressSync(log)],
    ['a plain log shorter than any magic number', Buffer.from('x\n')],
  ])('knows %s even when it comes byte by byte', async (_, bytes) => {
    const whole = await countPieces(pieces(bytes, true, bytes.length), both);
    expect(await countPieces(pieces(bytes, true, 1), both)).toEqual(whole);
    expect(whole.counted[0]?.lines).toBe(bytes.length === 2 ? 1 : 3);
  });

  it('opens again only what may be opened again, to count up to the damage', async () => {
    const broken = Buffer.concat([gzipSync(log), Buffer.from('no gzip at all')]);
    for (const again of [true, false]) {
      const given = pieces(broken, again);
      const { counted, damage } = await countPieces(given, both);
      expect(damage).not.toBeNull();
      expect(counted[0]?.lines).toBe(3);
      expect(given.opened.length > 1).toBe(again);
    }
  });
});
