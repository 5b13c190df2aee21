import { connectCommand } from '@sekisho/docker';
import { describe, expect, it } from 'vitest';
import { sessionProgram } from './session-command.ts';

const id = '3f9c2a71be04';
const engine = { context: null, endpoint: 'unix:///var/run/docker.sock' };
const argv = connectCommand(engine, id);

describe('a command of the server', () => {
  it.each([
    engine,
    { context: null, endpoint: 'unix:///run/user/1000/podman/podman.sock' },
    { context: null, endpoint: 'tcp://lab.example.internal:2376' },
    { context: 'lab', endpoint: 'tcp://lab.example.internal:2376' },
  ])('that enters a container of $endpoint, context $context, is run', (place) => {
    expect(sessionProgram(connectCommand(place, id))).toBe('docker');
  });

  it('that opens a session of AWS is run', () => {
    expect(sessionProgram(['aws', 'ssm', 'start-session', '--target', 'i-1'])).toBe('aws');
    expect(sessionProgram(['aws', '--region', 'x', 'ssm', 'start-session'])).toBe('aws');
  });

  const change = (from: string, ...to: string[]) =>
    argv.flatMap((word) => (word === from ? to : [word]));
  it.each<readonly [string, unknown]>([
    ['another program', change('docker', 'podman')],
    ['another verb', change('exec', 'run')],
    ['root', change('holder', 'root')],
    ['more power', change('--interactive', '--interactive', '--privileged')],
    ['a folder of the host', change('--tty', '--tty', '-v', '/:/host')],
    ['another variable', change('HOME=/work', 'LD_PRELOAD=/work/x.so')],
    ['another program in it', change('bash', 'sh')],
    ['another option of the shell', change('-l', '-c', 'rm -rf /work')],
    ['words in one', [...argv.slice(0, -2), 'bash -l']],
    ['nothing after the container', argv.slice(0, -2)],
    ['a word too many', [...argv, 'x']],
    ['a name for the container', change(id, 'db')],
    ['an option for the container', change(id, '--privileged', id)],
    ['no way to the engine', change('--host').filter((word) => !word.startsWith('unix:'))],
    ['a program as the way', change(engine.endpoint, 'ssh://-oProxyCommand=sh')],
    ['an address without a look at its certificate', change(engine.endpoint, 'tcp://lab:2376')],
    ['another configuration', change('--host', '--config', '/tmp/x', '--host')],
    [
      'an option for the context',
      change('--host', '--context').map((word) => (word.startsWith('unix:') ? '--debug' : word)),
    ],
    ['a line too many', change(engine.endpoint, `${engine.endpoint}\n`)],
    ['no words', [1, 2]],
    ['no list', 'docker'],
  ])('with %s is not run', (_title, words) => {
    expect(words).not.toEqual(argv);
    expect(sessionProgram(words)).toBeNull();
  });
});
