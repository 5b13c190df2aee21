import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const bin = fileURLToPath(new URL('../../../scripts/publish/sekisho/bin.mjs', import.meta.url));

/** Ends as the published command does on that Node; what it would load is not beside it here. */
function endOn(version: string) {
  const own = `Object.defineProperty(process.versions,'node',{value:'${version}'})`;
  const words = ['--import', `data:text/javascript,${encodeURIComponent(own)}`, bin];
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
}

it.each(['20.19.0', '22.14.0', '23.11.0'])('refuses Node %s in a sentence', (version) => {
  const refused = endOn(version);
  expect(refused).toMatchObject({ status: 5, stderr: expect.stringContaining('needs Node 22.15') });
});

it.each(['22.15.0', '24.0.0'])('goes on with Node %s', (version) => {
  expect(endOn(version).stderr).toContain('ERR_MODULE_NOT_FOUND');
});
