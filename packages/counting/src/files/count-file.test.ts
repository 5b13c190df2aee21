import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { albLog } from '../../test/alb-lines.ts';
import { countBytes, formatNamed } from '../../test/count-bytes.ts';
import { defaultSli } from '../sli/declaration.ts';
import { countFile } from './count-file.ts';

const options = { format: formatNamed('alb'), sli: defaultSli };
const folder = mkdtempSync(join(tmpdir(), 'sekisho-counting-'));
let files = 0;

function fileOf(bytes: Buffer, ending = '.log') {
  files += 1;
  const path = join(folder, `${files}${ending}`);
  writeFileSync(path, bytes);
  return { name: `logs/${files}${ending}`, path, size: bytes.length };
}

/** Lines that compress badly, so that a piece of the file holds few of them. */
function lines(count: number, from = 0): Buffer {
  const all = Array.from({ length: count }, (_, index) => {
    const noise = Math.imul(index + from + 1, 2_654_435_761) >>> 0;
    return `h2 2026-10-04T00:0${index % 10}:00.${noise}Z app/${noise} c t 0.1 0.2 0.3 ${noise % 2 ? 200 : 503} -\n`;
  });
  return Buffer.from(all.join(''));
}

const fifty = lines(50);
/** RFC 8878, 3.1.2: a magic number, the length, and so many bytes of anything. */
const skippable = Buffer.from('502a4d180400000061626364', 'hex');

describe('counting a file', () => {
  it('gives the same minutes plain, as gzip members and as zstd frames, whatever its name says', async () => {
    await fc.assert(
      fc.asyncProperty(albLog, fc.nat(), async (log, where) => {
        const cut = where % (log.length + 1);
        const [one, two] = [log.subarray(0, cut), log.subarray(cut)];
        const gzip = Buffer.concat([gzipSync(one), gzipSync(two)]);
        const zstd = Buffer.concat([zstdCompressSync(one), zstdCompressSync(two)]);
        for (const [bytes, ending] of [
          [log, '.log'],
          [gzip, '.gz'],
          [gzip, '.log'],
          [zstd, '.zst'],
        ] as const) {
          const found = await countFile(fileOf(bytes, ending), options);
          expect(found).toMatchObject({ counted: countBytes(log), damage: null });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('counts every line before a damaged gzip member, and names the damage', async () => {
    const [good, lost] = [lines(20_000), gzipSync(lines(2000))];
    lost.writeUInt8((lost.at(30) ?? 0) ^ 0xff, 30);
    lost.fill(0xee, 10, 30);
    const found = await countFile(fileOf(Buffer.concat([gzipSync(good), lost]), '.gz'), options);
    expect(found.damage).not.toBeNull();
    expect(found.counted.minutes).toEqual(countBytes(good).minutes);
  });

  it('counts all lines of a member whose checksum is wrong, and names the damage', async () => {
    const good = lines(5000);
    const packed = gzipSync(good);
    packed.writeUInt8((packed.at(-6) ?? 0) ^ 1, packed.length - 6);
    const found = await countFile(fileOf(packed, '.gz'), options);
    expect(found.damage).toMatch(/check/);
    expect(found.counted).toEqual(countBytes(good));
  });

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('names a %s file that was cut off, and counts what it holds', async (_, pack) => {
    const packed = pack(lines(5000));
    const found = await countFile(fileOf(packed.subarray(0, packed.length - 500)), options);
    expect(found.damage).toMatch(/unexpected end/);
    expect(found.counted.lines).toBeGreaterThan(1000);
    expect(found.counted.lines).toBeLessThan(5000);
  });

  it.each([
    ['gzip', gzipSync],
    ['zstd', zstdCompressSync],
  ])('names what follows the %s data and is none, and counts what came before', async (_, pack) => {
    const good = lines(50);
    const found = await countFile(fileOf(Buffer.concat([pack(good), good])), options);
    expect(found.damage).not.toBeNull();
    expect(found.counted).toEqual(countBytes(good));
  });

  it.each([
    ['zeros that fill a block behind gzip members', [gzipSync(fifty), Buffer.alloc(700)]],
    [
      'zeros between two',
      [gzipSync(fifty.subarray(0, 900)), Buffer.alloc(9), gzipSync(fifty.subarray(900))],
    ],
    ['a frame of zstd without data', [skippable, zstdCompressSync(fifty)]],
    ['one at the end', [zstdCompressSync(fifty), skippable]],
  ])('passes over %s', async (_, parts) => {
    const found = await countFile(fileOf(Buffer.concat(parts)), options);
    expect(found).toEqual({ counted: countBytes(fifty), damage: null });
  });

  it('takes an empty log for a log without lines, and an empty .gz for one that was cut off', async () => {
    const nothing = { lines: 0, unparsed: [], minutes: [], groups: [] };
    const plain = await countFile(fileOf(Buffer.alloc(0)), options);
    expect(plain).toMatchObject({ counted: nothing, damage: null });
    const packed = await countFile(fileOf(Buffer.alloc(0), '.gz'), options);
    expect(packed).toMatchObject({ counted: nothing, damage: 'unexpected end of file' });
  });

  it('tells how many bytes were read from disk', async () => {
    const file = fileOf(gzipSync(lines(20_000)), '.gz');
    let heard = 0;
    await countFile(file, options, (bytes) => {
      heard += bytes;
    });
    expect(heard).toBe(file.size);
  });
});
