import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { albLog } from '../../test/alb-lines.ts';
import { countBytes, formatNamed } from '../../test/count-bytes.ts';
import { mappedFormats } from '../formats/formats.ts';
import { mergeCounted } from '../scan/merge-counted.ts';
import { defaultSli } from '../sli/declaration.ts';
import { countInWorkers } from './count-in-workers.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekisho-workers-'));
const fileOf = (bytes: Buffer, name: string) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { name, path, size: bytes.length };
};

describe('counting files in threads', () => {
  it('gives what each file gives alone, in the order of the files, and their sum in any order', async () => {
    const logs = fc.sample(albLog, { numRuns: 12, seed: 7 });
    const files = logs.map((log, index) =>
      fileOf(index % 3 === 0 ? gzipSync(log) : log, `${index}.log`),
    );
    let heard = 0;
    const options = { format: formatNamed('alb'), sli: defaultSli };
    const found = await countInWorkers(
      files,
      options,
      (bytes) => {
        heard += bytes;
      },
      3,
    );
    const alone = logs.map((log) => countBytes(log));
    expect(found.map(({ counted }) => counted)).toEqual(alone);
    expect(heard).toBe(files.reduce((sum, { size }) => sum + size, 0));
    const backwards = await countInWorkers(files.toReversed(), options, () => {}, 2);
    expect(mergeCounted(backwards.map(({ counted }) => counted)).minutes).toEqual(
      mergeCounted(alone).minutes,
    );
  });

  it('takes field names of its own along', async () => {
    const kind = mappedFormats['jsonl'];
    if (kind === undefined) throw new Error('no jsonl');
    const names = { ...kind.fields.names, status: ['took.code'] };
    const format = kind.withFields({ ...kind.fields, names });
    const line = '{"time":"2026-10-04T00:01:00Z","took":{"code":500}}\n';
    const files = ['a.jsonl', 'b.jsonl'].map((name) => fileOf(Buffer.from(line), name));
    const found = await countInWorkers(files, { format, sli: defaultSli }, () => {}, 2);
    expect(found.map(({ counted }) => counted.minutes[0]?.bad)).toEqual([1, 1]);
  });

  it("fails with the system's error when a file has gone, and leaves no thread behind", async () => {
    const files = [
      fileOf(Buffer.from('x\n'), 'x.log'),
      { name: 'gone', path: join(folder, 'gone'), size: 1 },
    ];
    const options = { format: formatNamed('alb'), sli: defaultSli };
    await expect(countInWorkers(files, options, () => {}, 2)).rejects.toMatchObject({
      code: 'ENOENT',
      path: join(folder, 'gone'),
    });
  });
});
