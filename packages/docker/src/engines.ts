import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudError, type CloudScope, type ContainerEngine } from '@sekisho/core/cloud';
import Docker from 'dockerode';

type FolderOf = (variable: string) => string | undefined;

/**
 * A client of a scope's engine. It keeps no connection, and certificates that were renewed are read at the
 * next call. Errors: `CloudError` `invalid` when it cannot be known how to reach the engine.
 * @param folderOf the folder that a variable of the server names
 */
export async function openEngine(
  { engine, environment }: CloudScope,
  folderOf: FolderOf,
): Promise<{ readonly docker: Docker; readonly engine: ContainerEngine }> {
  if (engine === undefined) {
    throw new CloudError('invalid', 'NoEngine', `${environment} has no container engine`);
  }
  return { docker: await clientOf(engine, folderOf), engine };
}

async function clientOf(
  { endpoint, certificates }: ContainerEngine,
  folderOf: FolderOf,
): Promise<Docker> {
  if (endpoint.startsWith('unix://')) {
    return newClient({ socketPath: endpoint.slice('unix://'.length), host: '', protocol: 'http' });
  }
  if (!URL.canParse(endpoint)) {
    throw new CloudError('invalid', 'BadEndpoint', `${endpoint} is not an address`);
  }
  const { hostname: host, port } = new URL(endpoint);
  const read = await readCertificates(certificates, folderOf);
  return newClient({ protocol: 'https', host, port, ...read });
}

/** Whatever is left out is taken from variables of the docker command: so nothing is. */
function newClient(options: Docker.DockerOptions): Docker {
  try {
    return new Docker({ ...options, headers: {}, timeout: 0 });
  } catch (error) {
    // It reads them all the same, and stumbles over what the docker command could not use either.
    const told = error instanceof Error ? error.message : String(error);
    const detail = `unset DOCKER_HOST and DOCKER_CERT_PATH for this server: ${told}`;
    throw new CloudError('invalid', 'DockerVariables', detail, error);
  }
}

async function readCertificates(
  variable: string | null,
  folderOf: FolderOf,
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
