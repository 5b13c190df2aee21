import { describe, it } from 'vitest';
import { openJudge } from './engine/open-judge.ts';
import { whyNoEngine } from './engine/podman.ts';
import { describeOpsCloud } from './ops-cloud.contract.ts';

const reason = whyNoEngine();
if (reason === null) describeOpsCloud(openJudge);
else {
  console.warn(`SKIPPED: OpsCloud on Podman: ${reason}`);
  describe('OpsCloud on Podman', () => it.skip(`is not judged here: ${reason}`));
}
