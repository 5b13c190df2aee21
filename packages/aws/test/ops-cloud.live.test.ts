import { describe, it } from 'vitest';
import type { OpsCloudHarness } from './harness.ts';
import { liveSettings } from './judges/live-settings.ts';
import { openJudge } from './judges/open-judge.ts';
import { terminateRun } from './judges/terminate-run.ts';
import { describeOpsCloud } from './ops-cloud.contract.ts';

const live = liveSettings();

if ('missing' in live) {
  console.warn(
    `SKIPPED: nothing was run on live AWS. Give credentials of a sandbox account (any way the AWS SDK knows), and set ${live.missing.join(', ')}.`,
  );
  describe('OpsCloud on a real account', () =>
    it.skip(`is not judged here: ${live.missing.join(', ')} not set`));
} else {
  const real: OpsCloudHarness = {
    name: `the real account ${live.scope.account}`,
    lacks: {
      roles: 'one account is given, directly or by its role',
      'image parameters': 'the parameter that others launch by is not to be changed',
      'many instances': 'two hundred instances cost money',
    },
    patienceMs: 300_000,
    open: () =>
      openJudge({
        scope: live.scope,
        schedulerRoleArn: live.schedulerRoleArn,
        template: () => Promise.resolve(live.template),
        stop: (judge) => terminateRun(judge),
      }),
  };
  describeOpsCloud(real);
}
