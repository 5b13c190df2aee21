import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudError, type CloudScope, type ContainerEngine } from '@sekisho/core/cloud';
import Docker from 'dockerode';

/** Clients of engines, each opened once. */
export interface Engines {
  /** Errors: `CloudError` `invalid` when it cannot be known how to reach the engine. */
  open(scope: CloudScope): Promise<{ readonly docker: Docker; readonly engine: ContainerEngine }>;
}

/** @param folderOf the folder that a variable of the server names */
export function createEngines(folderOf: (variable: string) => string | undefined): Engines {
  const clients = new Map<string, Promise<Docker>>();
  return {
    async open({ engine, environment }) {
      if (engine === undefined) {
        throw new CloudError('invalid', 'NoEngine', `${environment} has no container engine`);
      }
      const key = `${engine.endpoint} ${engine.certificates ?? ''}`;
      const docker = clients.get(key) ?? clientOf(engine, folderOf);
      clients.set(key, docker);
      // What could not be read now may be there the next time.
      docker.catch(() => clients.delete(key));
      return { docker: await docker, engine };
    },
  };
}

async function clientOf(
  { endpoint, certificates }: ContainerEngine,
  folderOf: (variable: string) => string | undefined,
): Promise<Docker> {
  // Whatever is left out is taken from variables of the docker command: so nothing is.
  if (endpoint.startsWith('unix://')) {
    const socketPath = endpoint.slice('unix://'.length);
    return new Docker({ socketPath, host: '', protocol: 'http', headers: {} });
  }
  const { hostname: host, port } = new URL(endpoint);
  const { ca, cert, key } = await readCertificates(certificates, folderOf);
  return new Docker({ protocol: 'https', host, port, ca, cert, key, headers: {} });
}

async function readCertificates(
  variable: string | null,
  folderOf: (variable: string) => string | undefined,
): Promise<{ ca: Buffer; cert: Buffer; key: Buffer }> {
  const folder = variable === null ? undefined : folderOf(variable);
  if (folder === undefined) {
    const detail = `set ${variable ?? 'certificatesVariable'} to the folder of ca.pem, cert.pem and key.pem`;
    throw new CloudError('invalid', 'NoCertificates', detail);
  }
  try {
    const [ca, cert, key] = await Promise.all(
      ['ca.pem', 'cert.pem', 'key.pem'].map((name) => readFile(join(folder, name))),
    );
    return { ca: ca as Buffer, cert: cert as Buffer, key: key as Buffer };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new CloudError('invalid', 'NoCertificates', detail, error);
  }
}
