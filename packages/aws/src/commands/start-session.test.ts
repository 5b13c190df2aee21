import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellQuote } from './shell-quote.ts';
import { connectCommand, forwardCommand } from './start-session.ts';

const where = { instanceId: 'i-0abc', region: 'ap-northeast-1' };

describe('session commands', () => {
  it('open a plain shell without naming a document', () => {
    expect(shellQuote(connectCommand(where))).toBe(
      'aws ssm start-session --target i-0abc --region ap-northeast-1',
    );
  });

  it('name the profile when there is one', () => {
    expect(connectCommand({ ...where, profile: 'staging' }).slice(-2)).toEqual([
      '--profile',
      'staging',
    ]);
  });

  it('carry a local port to a host beyond the instance', () => {
    const forward = {
      ...where,
      host: 'db.internal',
      remotePort: 5432,
      localPort: 15432,
      document: null,
    };
    expect(shellQuote(forwardCommand(forward))).toBe(
      'aws ssm start-session --target i-0abc --region ap-northeast-1 ' +
        '--document-name AWS-StartPortForwardingSessionToRemoteHost ' +
        `--parameters '{"host":["db.internal"],"portNumber":["5432"],"localPortNumber":["15432"]}' ` +
        '--reason db.internal:5432',
    );
  });

  it('forward by the account’s own document when it has one', () => {
    const forward = { host: 'db.internal', remotePort: 5432, localPort: 15432 };
    const argv = forwardCommand({ ...where, ...forward, document: 'Sekisho-ForwardPort' });
    expect(argv.slice(argv.indexOf('--document-name'))[1]).toBe('Sekisho-ForwardPort');
  });

  it('survive a shell whatever their words hold', () => {
    const word = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (argv) => {
        const line = `printf '%s\\0' ${shellQuote(argv)}`;
        const seen = execFileSync('sh', ['-c', line], { encoding: 'utf8' })
          .split('\0')
          .slice(0, -1);
        expect(seen).toEqual(argv);
      }),
      { numRuns: 30 },
    );
  });
});
