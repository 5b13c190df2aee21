import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type DebianRoot, openRoot } from './debian-root.ts';
import { type Metadata, startMetadataService } from './metadata-service.ts';
import type { Ended } from './run.ts';

/** A root with a metadata service that answers it. */
export interface Bench {
  readonly root: DebianRoot;
  readonly metadata: Metadata;
  /** Runs a script inside, to whatever end. */
  run(script: string, env?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same; it must end well. @returns what it printed */
  ask(script: string, env?: Readonly<Record<string, string>>): Promise<string>;
  /** Writes a file that can be run. */
  put(path: string, text: string): void;
  close(): Promise<void>;
}

/** Opens a fresh root, to which nothing was applied. */
export async function openBench(): Promise<Bench> {
  const root = await openRoot();
  const metadata: Metadata = { instanceId: 'i-0123', tags: {}, silent: false };
  const service = await startMetadataService(metadata);
  // With a slash at its end, which the aws command of Debian wants.
  const here = { AWS_EC2_METADATA_SERVICE_ENDPOINT: `${service.url}/` };
  const inside: Bench['run'] = (script, env = {}) => root.inside(script, { ...here, ...env });
  return {
    ...{ root, metadata, run: inside },
    ask: async (script, env) => {
      const { code, stdout, stderr } = await inside(script, env);
      expect(code, `${script}: ${stdout}${stderr}`).toBe(0);
      return stdout.trim();
    },
    put: (path, text) => {
      mkdirSync(join(root.path, dirname(path)), { recursive: true });
      writeFileSync(join(root.path, path), text, { mode: 0o755 });
    },
    close: async () => {
      await service.close();
      root.remove();
    },
  };
}
