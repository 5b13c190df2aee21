import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeAccounts } from './behaviours/accounts.ts';
import { describeAgents } from './behaviours/agents.ts';
import { describeChanges } from './behaviours/changes.ts';
import { describeLaunch } from './behaviours/launch.ts';
import { describeLaunchTags } from './behaviours/launch-tags.ts';
import { describeListing } from './behaviours/listing.ts';
import { describeListingPages } from './behaviours/listing-pages.ts';
import { describeParameter } from './behaviours/parameter.ts';
import { describeSwitch } from './behaviours/switch.ts';
import { describeTemplate } from './behaviours/template.ts';
import type { Bench } from './bench.ts';
import type { Judge, OpsCloudHarness } from './harness.ts';

/** One suite of behaviours of `OpsCloud` on AWS, whoever plays AWS. */
export function describeOpsCloud(harness: OpsCloudHarness): void {
  describe(`OpsCloud on ${harness.name}`, () => {
    let judge: Judge | undefined;
    beforeAll(async () => {
      judge = await harness.open();
    });
    afterAll(async () => {
      await judge?.close();
    });
    const bench: Bench = {
      judge: () => {
        if (judge === undefined) throw new Error('the judge is not open yet');
        return judge;
      },
      patienceMs: harness.patienceMs,
      needs(capability, title, test) {
        const why = harness.lacks[capability];
        if (why === undefined) it(title, test);
        else it.skip(`${title} (not shown here: ${why})`, test);
      },
      unique: (prefix) => `${prefix}-${randomUUID().slice(0, 8)}`,
    };
    describeAccounts(bench);
    describeTemplate(bench);
    describeParameter(bench);
    describeLaunch(bench);
    describeLaunchTags(bench);
    describeListing(bench);
    describeListingPages(bench);
    describeChanges(bench);
    describeAgents(bench);
    describeSwitch(bench);
  });
}
