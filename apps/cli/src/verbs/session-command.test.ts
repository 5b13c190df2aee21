import * as aws from '@sekisho/aws';
import { connectCommand } from '@sekisho/docker';
import { describe, expect, it } from 'vitest';
import { sessionProgram } from './session-command.ts';

const id = '3f9c2a71be04';
const engine = { context: null, endpoint: 'unix:///var/run/docker.sock' };
const argv = connectCommand(engine, id);
const server = { instanceId: 'i-0abc', region: 'ap-northeast-1' };
const port = { host: 'db.internal', remotePort: 5432, localPort: 15432 };

describe('a command of the server', () => {
  it.each([
    engine,
    { context: null, endpoint: 'unix:///run/user/1000/podman/podman.sock' },
    { context: null, endpoint: 'tcp://lab.example.internal:2376' },
    { context: 'lab', endpoint: 'tcp://lab.example.internal:2376' },
  ])('that enters a container of $endpoint, context $context, is run', (place) => {
    expect(sessionProgram(connectCommand(place, id))).toBe('docker');
  });

  it('that opens a session of AWS, or forwards a port by one, is run', () => {
    const practice = ['--endpoint-url', 'http://127.0.0.1:4546'];
    for (const document of [null, 'Sekisho-ForwardPort']) {
      const forward = aws.forwardCommand({ ...server, ...port, document });
      for (const words of [aws.connectCommand(server), forward]) {
        expect(sessionProgram(words)).toBe('aws');
        expect(sessionProgram([...words, ...practice])).toBe('aws');
      }
    }
  });

  const session = aws.connectCommand(server);
  const key = 'file://~/.ssh/id_ed25519';
  const document = ['--document-name', 'AWS-StartNonInteractiveCommand', '--parameters'];
  it.each<readonly [string, readonly string[]]>([
    ['a file as its target', session.with(4, key)],
    ['a file as its reason', [...session, '--reason', key]],
    ['a file as its parameters', [...session, ...document, key]],
    ['a file of all options', [...session, '--cli-input-json', key]],
    ['words that a document runs', [...session, ...document, '{"command":["id"]}']],
    ['a document alone', [...session, '--document-name', 'AWS-RunShellScript']],
    ['another AWS', [...session, '--endpoint-url', 'https://aws.example']],
    ['another AWS in one word', [...session, '--endpoint-url=https://aws.example']],
    ['a profile', [...session, '--profile', 'admin']],
    ['another target as well', [...session, '--target', 'i-0def']],
    ['no target', session.slice(0, 3)],
    ['an option before the service', ['aws', '--region', 'x', ...session.slice(1)]],
    ['other words before the service', ['aws', 'configure', 'set', ...session.slice(1)]],
    ['an option without a value', [...session, '--debug']],
    ['a line too many', session.with(4, 'i-0abc\n')],
  ])('of AWS with %s is not run', (_title, words) => {
    expect(sessionProgram(words)).toBeNull();
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
