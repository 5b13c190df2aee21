import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';

/** A TCP address in front of an engine's socket that wants a client's certificate, as Docker's daemon does. */
export interface TlsFront {
  readonly endpoint: string;
  /** Folder of certificates that it takes. */
  readonly folder: string;
  close(): void;
}

/** @param folder where keys and certificates are made */
export async function openTlsFront(socketPath: string, folder: string): Promise<TlsFront> {
  const [server, client] = [makeCertificates(join(folder, 'tls'), 'localhost'), 'client'];
  makeSigned(server, client);
  const read = (name: string) => readFileSync(join(server, name));
  const front = createServer(
    {
      key: read('localhost.key'),
      cert: read('localhost.crt'),
      ca: read('ca.crt'),
      requestCert: true,
    },
    (socket) => {
      const engine = createConnection(socketPath);
      socket.pipe(engine).pipe(socket);
      socket.on('error', () => engine.destroy());
      engine.on('error', () => socket.destroy());
    },
  );
  await new Promise<void>((listening) => front.listen(0, '127.0.0.1', listening));
  const { port } = front.address() as AddressInfo;
  return {
    endpoint: `tcp://localhost:${port}`,
    folder: named(server, client),
    close: () => void front.close(),
  };
}

/** Another authority's certificates of the same names. */
export function strangersCertificates(folder: string): string {
  const made = makeCertificates(join(folder, 'strangers'), 'localhost');
  makeSigned(made, 'client');
  return named(made, 'client');
}

/** An authority and one certificate that it signed. */
function makeCertificates(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  openssl(
    folder,
    'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.crt',
  );
  makeSigned(folder, name);
  return folder;
}

function makeSigned(folder: string, name: string): void {
  writeFileSync(join(folder, `${name}.ext`), `subjectAltName=DNS:${name}\n`);
  openssl(
    folder,
    `req -newkey rsa:2048 -nodes -subj /CN=${name} -keyout ${name}.key -out ${name}.csr`,
  );
  openssl(
    folder,
    `x509 -req -days 2 -in ${name}.csr -CA ca.crt -CAkey ca.key -CAcreateserial -extfile ${name}.ext -out ${name}.crt`,
  );
}

/** The names that the docker command gives them. */
function named(folder: string, name: string): string {
  const own = join(folder, 'own');
  mkdirSync(own);
  for (const [from, to] of [
    ['ca.crt', 'ca.pem'],
    [`${name}.crt`, 'cert.pem'],
    [`${name}.key`, 'key.pem'],
  ] as const) {
    writeFileSync(join(own, to), readFileSync(join(folder, from)), { mode: 0o600 });
  }
  return own;
}

function openssl(cwd: string, words: string): void {
  execFileSync('openssl', words.split(' '), { cwd, stdio: 'ignore' });
}
