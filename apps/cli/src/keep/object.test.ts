import { createServer } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Host } from '../host.ts';
import { openObject, writeObject } from './object.ts';
import { objectAt, objectFrom } from './object-place.ts';

async function* bytes() {
  yield Buffer.from('few');
}

/** A machine whose S3 answers every request with this code; null for no answer at all. */
async function hostOn(code: string | null): Promise<Host> {
  const server = createServer((request, answer) => {
    if (code === null) return void request.socket.destroy();
    answer.writeHead(code === 'NoSuchBucket' ? 404 : 400);
    answer.end(`<Error><Code>${code}</Code><Message>said</Message></Error>`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIATEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'x');
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.close();
  });
  const { port } = server.address() as { port: number };
  return {
    env: { AWS_DEFAULT_REGION: 'us-east-1', AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` },
    now: () => Date.UTC(2026, 10, 23),
    language: 'en',
    stderr: { isTerminal: false, columns: 80, write: async () => undefined },
  } as Partial<Host> as Host;
}

it.each([
  [null, /^S3 does not answer .* not known/],
  ['ExpiredToken', /^These credentials have expired/],
  ['NoSuchBucket', /^(?!.*not known)S3 does not take part/],
])('says what is known of a backup when S3 answers %s', async (code, said) => {
  const host = await hostOn(code);
  const place = { bucket: 'kept', key: 'one', shown: 's3://kept/one' };
  await expect(writeObject(host, place, bytes(), undefined)).rejects.toThrow(said);
  if (code === null) await expect(openObject(host, place)).rejects.toThrow(/does not take part/);
});

it('puts the moment into a key that is written, and reads the key that is named', async () => {
  const host = await hostOn(null);
  expect(objectAt(host, 's3://kept/{time}')?.key).toBe('20261123T000000Z');
  expect(objectFrom(host, 's3://kept/{time}')?.key).toBe('{time}');
});
