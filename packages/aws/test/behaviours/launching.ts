import type { LaunchOrder, OpsInstance } from '@sekisho/core/cloud';
import type { Bench } from '../bench.ts';

/** An order for one instance of a lease of its own. */
export async function orderFor(bench: Bench, lease = bench.unique('lease')): Promise<LaunchOrder> {
  const { cloud, scope, template, run } = bench.judge();
  const { launchTemplateId, version, instanceType } = await cloud.resolveTemplate(scope, template);
  const tags = {
    'sekisho:contract-run': run,
    'sekisho:installation': 'contract',
    'sekisho:lease': lease,
    'sekisho:holder': 'hanako',
    'sekisho:reason': '遅い query',
  };
  return { clientToken: `${lease}-1`, launchTemplateId, version, instanceType, tags };
}

/** Launches one instance of a lease of its own. */
export async function launchOne(bench: Bench): Promise<OpsInstance> {
  const { cloud, scope } = bench.judge();
  return cloud.launch(scope, await orderFor(bench));
}
