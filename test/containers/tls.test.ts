import { join } from 'node:path';
import type { CloudScope } from '@sekisho/core/cloud';
import { createDockerOpsCloud } from '@sekisho/docker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoEngine } from './engine/podman.ts';
import { type Engine, startEngine } from './engine/start-engine.ts';
import { openTlsFront, strangersCertificates, type TlsFront } from './engine/tls-front.ts';

const reason = whyNoEngine();
if (reason !== null) console.warn(`SKIPPED: an engine over TLS: ${reason}`);

describe.skipIf(reason !== null)('an engine over TLS', () => {
  let engine: Engine;
  let front: TlsFront;
  let strangers: string;
  beforeAll(async () => {
    engine = await startEngine();
    const { folder } = engine.podman;
    front = await openTlsFront(join(folder, 'podman.sock'), folder);
    strangers = strangersCertificates(folder);
  });
  afterAll(async () => {
    front?.close();
    await engine?.close();
  });

  /** Asks for an image with the certificates of a folder. */
  function resolve(folder: string | undefined) {
    const cloud = createDockerOpsCloud({ installation: 'contract', folderOf: () => folder });
    const place = { certificates: 'SEKISHO_DOCKER_LAB', endpoint: front.endpoint };
    const scope: CloudScope = {
      ...engine.scope,
      engine: { ...engine.scope.engine, ...place },
    };
    const wish = { name: engine.podman.image, instanceType: '1cpu-64m' };
    return cloud.resolveTemplate(scope, wish);
  }

  it('answers whoever has a certificate of its authority', async () => {
    expect(await resolve(front.folder)).toMatchObject({ launchTemplateId: engine.podman.image });
  });

  it('is not believed, and believes nobody, with certificates of another authority', async () => {
    await expect(resolve(strangers)).rejects.toMatchObject({ failure: 'unknown-outcome' });
  });

  it('without certificates is not spoken to', async () => {
    const refused = { failure: 'invalid', vendorCode: 'NoCertificates' };
    await expect(resolve(undefined)).rejects.toMatchObject(refused);
    await expect(resolve('/nowhere')).rejects.toMatchObject(refused);
  });
});
