import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { describe, expect, it } from 'vitest';
import { createCloudWatchSource } from '../src/sources/index.ts';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';

const reason = whyNoMoto();
if (reason !== null) console.warn(`SKIPPED: minutes of the CloudWatch of moto: ${reason}`);

describe.skipIf(reason !== null)('minutes of the CloudWatch of moto', { timeout: 120_000 }, () => {
  it('are the sums of what was put, and none where nothing was', async () => {
    const moto = await startMoto();
    const options = {
      ...{ endpoint: moto.endpoint, region: 'us-east-1' },
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
    };
    const client = new CloudWatchClient(options);
    const from = Math.floor(Date.now() / 60_000) - 30;
    const put = (name: string, minute: number, second: number, Value: number) => ({
      ...{ MetricName: name, Dimensions: [{ Name: 'Service', Value: 'shop' }], Value },
      Timestamp: new Date((from + minute) * 60_000 + second * 1000),
    });
    const MetricData = [
      put('Requests', 0, 0, 40),
      put('Requests', 0, 31, 2),
      put('Requests', 2, 59, 7),
      put('Failures', 2, 1, 3),
      put('Failures', 2, 30, 1),
    ];
    await client.send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData }));
    const metric = (name: string) => ({ namespace: 'Shop', name, dimensions: { Service: 'shop' } });
    const sli = { kind: 'counts' as const, total: [metric('Requests')], bad: [metric('Failures')] };
    const source = createCloudWatchSource({ ...options, sli, now: () => Date.now() });
    const minutes = await source.read({ from, to: from + 5 });
    expect(minutes.map(({ minute, good, bad }) => [minute - from, good, bad])).toEqual([
      [0, 42, 0],
      [2, 3, 4],
    ]);
    for (const each of [source, { close: () => client.destroy() }]) each.close();
    moto.stop();
  });
});
