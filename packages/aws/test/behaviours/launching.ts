import type { LaunchOrder, OpsInstance } from '@sekisho/core/cloud';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';

/** An order for one instance of a lease of its own. */
export async function orderFor(
  bench: Bench<CloudJudge>,
  lease = bench.unique('lease'),
): Promise<LaunchOrder> {
  const { cloud, scope, template, run, prepare } = bench.judge();
  await prepare(lease);
  const resolved = await cloud.resolveTemplate(scope, template);
  const { launchTemplateId, version, imageId, instanceType } = resolved;
  const tags = {
    'sekisho:contract-run': run,
    'sekisho:installation': 'contract',
    'sekisho:lease': lease,
    'sekisho:holder': 'hanako',
    'sekisho:reason': '遅い query',
  };
  const image = resolved.imageParameter ? { imageId } : {};
  return { clientToken: `${lease}-1`, launchTemplateId, version, instanceType, ...image, tags };
}

/** Launches one instance of a lease of its own. */
export async function launchOne(bench: Bench<CloudJudge>): Promise<OpsInstance> {
  const { cloud, scope } = bench.judge();
  return cloud.launch(scope, await orderFor(bench));
}
