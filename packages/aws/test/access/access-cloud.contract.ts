import { afterAll, beforeAll, describe, it } from 'vitest';
import type { AccessBench } from './bench.ts';
import { describeChanges } from './changes.ts';
import { describeDirectory } from './directory.ts';
import type { AccessHarness, AccessJudge } from './harness.ts';
import { describeMemberships } from './memberships.ts';
import { describeRemovals } from './removals.ts';
import { describeRoleUse } from './role-use.ts';

/** One suite of behaviours of `AccessCloud`, whoever implements it and whoever plays AWS. */
export function describeAccessCloud(harness: AccessHarness): void {
  describe(`AccessCloud on ${harness.name}`, () => {
    let judge: AccessJudge | undefined;
    beforeAll(async () => {
      judge = await harness.open();
    });
    afterAll(async () => {
      await judge?.close();
    });
    const bench: AccessBench = {
      judge: () => {
        if (judge === undefined) throw new Error('the judge is not open yet');
        return judge;
      },
      needs(capability, title, test) {
        const why = harness.lacks[capability];
        if (why === undefined) it(title, test);
        else it.skip(`${title} (not shown here: ${why})`, test);
      },
    };
    describeDirectory(bench);
    describeChanges(bench);
    describeMemberships(bench);
    describeRemovals(bench);
    describeRoleUse(bench);
  });
}
