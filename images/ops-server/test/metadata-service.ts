import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the metadata service of an instance says; a test changes it meanwhile. */
export interface Metadata {
  instanceId: string;
  tags: Record<string, string>;
  /** It takes calls and answers none of them with anything but a failure. */
  silent: boolean;
}

const token = 'token-of-the-metadata-service';

/** An instance's metadata service on loopback, by IMDSv2 alone. */
export async function startMetadataService(metadata: Metadata) {
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const answer = (status: number, text: string) => response.writeHead(status).end(text);
    if (metadata.silent) return answer(503, '');
    if (url === '/latest/api/token') {
      const lives = Number(headers['x-aws-ec2-metadata-token-ttl-seconds']);
      return method === 'PUT' && lives > 0 ? answer(200, token) : answer(400, '');
    }
    if (headers['x-aws-ec2-metadata-token'] !== token) return answer(401, '');
    const said = say(metadata, url.replace(/^\/latest\/meta-data\//, ''));
    return said === undefined ? answer(404, '') : answer(200, said);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function say({ instanceId, tags }: Metadata, path: string): string | undefined {
  const tag = /^tags\/instance\/(.+)$/.exec(path)?.[1];
  if (tag !== undefined) return tags[decodeURIComponent(tag)];
  switch (path) {
    case 'instance-id':
      return instanceId;
    case 'placement/region':
      return 'ap-northeast-1';
    case 'placement/availability-zone/':
      return 'ap-northeast-1a';
    case 'iam/security-credentials/':
      return 'ops-server';
    case 'iam/security-credentials/ops-server':
      return credentials();
    default:
      return undefined;
  }
}

function credentials(): string {
  const Expiration = new Date(Date.now() + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const key = { AccessKeyId: 'practice', SecretAccessKey: 'practice', Token: 'practice' };
  return JSON.stringify({ Code: 'Success', Type: 'AWS-HMAC', ...key, Expiration });
}
