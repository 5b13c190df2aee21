import { describe, it } from 'vitest';
import { startMoto, whyNoMoto } from './judges/moto-server.ts';
import { describeRecordings } from './recordings.contract.ts';

const reason = whyNoMoto();
if (reason === null)
  describeRecordings('moto', async () => {
    const moto = await startMoto();
    return {
      endpoint: moto.endpoint,
      credentials: { accessKeyId: 'AKIATEST', secretAccessKey: 'x' },
      scope: { environment: 'moto', account: '123456789012', region: 'ap-northeast-1' },
      bucket: 'recordings',
      group: '/sekisho/sessions',
      close: async () => moto.stop(),
    };
  });
else {
  console.warn(`SKIPPED: recordings on moto: ${reason}`);
  describe('recordings on moto', () => it.skip(`is not judged here: ${reason}`));
}
