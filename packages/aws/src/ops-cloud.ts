import { chooseOpsCloud, type OpsCloud } from '@sekisho/core/cloud';
import type { AwsOpsCloudOptions } from './ops-cloud-options.ts';

/**
 * The port `OpsCloud` on AWS. @see OpsCloud for what each method promises.
 *
 * The SDK is 2.5 MB of JavaScript. It is loaded by the first call and before the clock of that call
 * runs, so that a server opens without it.
 */
export function createAwsOpsCloud(options: AwsOpsCloudOptions): OpsCloud & { close(): void } {
  let loading: Promise<OpsCloud & { close(): void }> | null = null;
  const load = () => {
    loading ??= import('./sdk-cloud.ts').then(({ createSdkCloud }) => createSdkCloud(options));
    return loading;
  };
  return {
    ...chooseOpsCloud(load),
    close: () => void loading?.then((cloud) => cloud.close()),
  };
}
