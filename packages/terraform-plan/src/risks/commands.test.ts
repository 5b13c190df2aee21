import { describe, expect, it } from 'vitest';
import { change, plan, read } from '../../test/plan.ts';

/** The risks of one change whose configuration is of this type, as `danger apply`. */
function told(written: Parameters<typeof change>[0], resource: object): readonly string[] {
  const { type } = written;
  const resources = [{ address: `${type}.this`, type, mode: 'managed', ...resource }];
  const json = plan([change(written)], { configuration: { root_module: { resources } } });
  return read(json)
    .summary.risks.filter(({ code }) => code === 'runs-command')
    .map(({ severity, facts }) => `${severity} ${facts['when'] ?? ''}`);
}

describe('a command that the configuration runs', () => {
  it.each([3, 400])('is a danger in this apply, however long its key is: %s', (length) => {
    const address = `null_resource.this["${'k'.repeat(length)}"]`;
    const provisioners = [{ type: 'local-exec' }];
    expect(told({ type: 'null_resource', address, after: {} }, { provisioners })).toEqual([
      'danger apply',
    ]);
  });

  it('runs in this apply where the resource is a script of its own', () => {
    const type = 'shell_script';
    const sides = { before: { a: 1 }, after: { a: 2 } };
    expect(told({ type, after: {} }, {})).toEqual(['danger apply']);
    expect(told({ type, ...sides }, {})).toEqual(['danger apply']);
    expect(told({ type, before: {} }, { address: 'shell_script.other' })).toEqual([
      ...['danger apply', 'warning plan'],
    ]);
    expect(told({ type, ...sides, actions: ['no-op'] }, {})).toEqual(['warning plan']);
  });
});
