// Opens the embedded database in the directory that is named, writes one row and one entry at a
// time, and says the number of each once its transaction is committed. It never ends by itself.

import { readFileSync } from 'node:fs';
import { loadConfig } from '@sekisho/config';
import { openEmbedded, randomIds, systemClock, systemPrincipal, transact } from '@sekisho/core';
import { writeSetting } from '../../src/platform/settings.ts';
import { append } from '../../src/timeline/index.ts';

const [directory = '', seed = '', first = '1'] = process.argv.slice(2);
const config = loadConfig(readFileSync(seed, 'utf8'), 'sekisho.yaml');
const database = await openEmbedded(directory);
const house = {
  ...{ database, clock: systemClock, ids: randomIds, config: () => config, append },
  wake: () => undefined,
};

for (let number = Number(first); ; number += 1) {
  await transact(house, systemPrincipal(new Date()), async (tx) => {
    await writeSetting(tx, `row-${number}`, number);
    tx.record({ action: 'test.wrote', data: { number }, texts: { reason: 'because' } });
  });
  process.stdout.write(`${number}\n`);
}
