import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

const entry = fileURLToPath(new URL('./index.ts', import.meta.url));

it('is less than 2 kB of what a page loads, and needs nothing else', async () => {
  const bundle = await rolldown({ input: entry });
  const { output } = await bundle.generate({ format: 'es', minify: true });
  await bundle.close();
  expect(output).toHaveLength(1);
  expect(output[0].imports).toEqual([]);
  expect(gzipSync(output[0].code).length).toBeLessThan(2000);
});
