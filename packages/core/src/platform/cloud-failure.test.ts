import { expect, it } from 'vitest';
import { CloudError, type CloudFailure } from './cloud-error.ts';
import { askCloud } from './cloud-failure.ts';

const failures = [
  ...(['throttled', 'capacity', 'denied', 'token-mismatch', 'not-found'] as const),
  ...(['conflict', 'limit', 'invalid', 'unknown-outcome'] as const),
] satisfies CloudFailure[];

it.each(failures)('tells of %s by whoever failed', async (failure) => {
  const ask = (of: 'aws' | 'engine') =>
    askCloud(() => Promise.reject(new CloudError(failure, 'Code', 'its words', null, of)));
  const detail = 'Code: its words';
  await expect(ask('engine')).rejects.toMatchObject({
    ...{ code: expect.stringMatching(/^engine-/), facts: { detail } },
  });
  await expect(ask('aws')).rejects.toMatchObject({ code: expect.stringMatching(/^cloud-/) });
});
