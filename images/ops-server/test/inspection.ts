import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readInspection } from '../../../apps/cli/src/offline/image/inspection.ts';
import { digestOf, readPackages } from '../../../apps/cli/src/offline/image/package-list.ts';
import type { Bench } from './bench.ts';
import { template } from './places.ts';

/** What a server says of itself on its console, and what the build says is in the image. */
export function testInspection(at: () => Bench): void {
  const settings = '. /etc/sekisho/ops-server.env; export SEKISHO_COMMANDS SEKISHO_UNITS';
  const quick = 'SEKISHO_INSPECT_SECONDS=0 SEKISHO_INSPECT_PAUSE=0';
  const inspect = `${settings}; ${quick} /usr/local/lib/sekisho/inspect`;

  it('says of itself which commands answer, what is active, and the packages as they were published', async () => {
    const fake = '#!/bin/sh\n[ "$3" != auditd.service ]\n';
    at().put('/tmp/fakes/systemctl', fake);
    const packages = readPackages(await at().ask('dpkg-query --show')) ?? new Map();
    expect(packages.size).toBeGreaterThan(100);
    const whole = { packages: digestOf(packages), silent: [], down: ['auditd.service'] };
    expect(readInspection(await at().ask(inspect))).toEqual(whole);
    at().put('/tmp/fakes/psql', '#!/bin/sh\nexit 1\n');
    at().put('/tmp/fakes/aws', '#!/bin/sh\nexit 1\n');
    const silent = readInspection(await at().ask(inspect))?.silent;
    await at().ask('rm /tmp/fakes/systemctl /tmp/fakes/psql /tmp/fakes/aws');
    expect(silent).toEqual(['psql', 'aws']);
  });

  it('lists of the build what stays in the image, without what leaves it last', async () => {
    at().put('/tmp/packages.sh', readFileSync(join(template, 'packages.sh'), 'utf8'));
    const listed = async (script: string) => readPackages(await at().ask(script));
    const all = await listed('dpkg-query --show');
    expect(await listed('/tmp/packages.sh')).toEqual(all);
    const without = await listed('/tmp/packages.sh jq');
    expect([...(all?.keys() ?? [])].filter((name) => !without?.has(name))).toEqual(['jq']);
  });
}
