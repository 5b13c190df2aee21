import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { describeAgents } from '../../aws/test/behaviours/agents.ts';
import { describeChanges } from '../../aws/test/behaviours/changes.ts';
import { describeLaunch } from '../../aws/test/behaviours/launch.ts';
import { describeListing } from '../../aws/test/behaviours/listing.ts';
import { describeSwitch } from '../../aws/test/behaviours/switch.ts';
import { describeTemplate } from '../../aws/test/behaviours/template.ts';
import type { Bench } from '../../aws/test/bench.ts';
import type { Capability, CloudJudge } from '../../aws/test/harness.ts';

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
