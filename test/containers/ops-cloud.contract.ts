import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeAgents } from '../../packages/aws/test/behaviours/agents.ts';
import { describeChanges } from '../../packages/aws/test/behaviours/changes.ts';
import { describeLaunch } from '../../packages/aws/test/behaviours/launch.ts';
import { describeListing } from '../../packages/aws/test/behaviours/listing.ts';
import { describeSwitch } from '../../packages/aws/test/behaviours/switch.ts';
import { describeTemplate } from '../../packages/aws/test/behaviours/template.ts';
import type { Bench } from '../../packages/aws/test/bench.ts';
import type { Capability, CloudJudge } from '../../packages/aws/test/harness.ts';

const lacks: Readonly<Partial<Record<Capability, string>>> = {
  'launch checks template': 'the image is launched by its id, and its name is not looked at again',
};

/** The behaviours of `OpsCloud` that are nobody's own, on an engine. */
export function describeOpsCloud(open: () => Promise<CloudJudge>): void {
  let judge: CloudJudge | undefined;
  beforeAll(async () => {
    judge = await open();
  });
  afterAll(async () => {
    await judge?.close();
  });
  const bench: Bench<CloudJudge> = {
    judge: () => {
      if (judge === undefined) throw new Error('the engine is not open yet');
      return judge;
    },
    patienceMs: 10_000,
    needs(capability, title, test) {
      const why = lacks[capability];
      if (why === undefined) it(title, test);
      else it.skip(`${title} (not shown here: ${why})`, test);
    },
    unique: (prefix) => `${prefix}-${randomUUID().slice(0, 8)}`,
  };
  describe('OpsCloud on Podman', () => {
    describeTemplate(bench);
    describeLaunch(bench);
    describeListing(bench);
    describeChanges(bench);
    describeAgents(bench);
    describeSwitch(bench);
  });
}
