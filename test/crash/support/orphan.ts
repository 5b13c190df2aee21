import type { Installation } from './installation.ts';
import { until } from './until.ts';

const place = { environment: 'staging', account: '222222222222', region: 'ap-northeast-1' };

/** Launches a server that bears our mark and that no lease explains, and sweeps until it is gone. */
export async function untilSwept(house: Installation): Promise<string> {
  const { cloud, caller, sky } = house;
  const template = { name: 'sekisho-ops-server', instanceType: 't3.micro' };
  const { launchTemplateId, version } = await cloud.resolveTemplate(place, template);
  const lease = `ops-${Date.now()}`;
  const { instanceId } = await cloud.launch(place, {
    ...{ clientToken: `${lease}-1`, launchTemplateId, version, instanceType: 't3.micro' },
    tags: { 'sekisho:installation': 'practice', 'sekisho:lease': lease },
  });
  await until(
    `${instanceId} to be swept`,
    async () => {
      await caller.as('sre', 'ops.sweep', { apply: true, trustDatabase: true });
      const [instance] = await sky.launchedFor(lease);
      return instance === undefined || instance.state === 'terminated' ? true : null;
    },
    200,
  );
  return instanceId;
}
