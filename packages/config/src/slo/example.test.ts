import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkConfig, readServiceFiles } from '../index.ts';

const path = fileURLToPath(new URL('../../../../examples/slo/sekisho.yaml', import.meta.url));

describe('the example', () => {
  it('is sound, and says nothing that has no effect', () => {
    const { config, problems, warnings } = checkConfig(
      readFileSync(path, 'utf8'),
      path,
      readServiceFiles(path),
    );
    expect([...problems, ...warnings]).toEqual([]);
    expect(config?.slos.map(({ id, indicator, shadow }) => [id, indicator.kind, shadow])).toEqual([
      ['checkout-answers', 'events', false],
      ['checkout-fast', 'events', true],
      ['checkout-graphql', 'measured', false],
      ['orders-written-1', 'measured', false],
      ['orders-written-2', 'measured', false],
    ]);
    expect(config?.services.checkout?.owners).toEqual(['group:shop', 'person:mika']);
    expect(Object.keys(config?.sources ?? {})).toEqual(['shop-alb', 'shop-graphql', 'prometheus']);
  });
});
