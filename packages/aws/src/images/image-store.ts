import { EC2Client } from '@aws-sdk/client-ec2';
import { SSMClient } from '@aws-sdk/client-ssm';
import { type BootedServer, readServer } from './booted-server.ts';
import { parameterHistory, readParameters, writeImage, writeText } from './image-parameters.ts';
import {
  deprecateImage,
  deregisterImage,
  listImages,
  type PublishedImage,
} from './published-images.ts';

/** The images of one account and region, and the parameters that say which of them is current. */
export interface ImageStore {
  /** Newest first. */
  images(): Promise<readonly PublishedImage[]>;
  /** Values by name; what is not there is missing. */
  read(names: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Values that a parameter had, oldest first; none of one that is not there. */
  history(name: string): Promise<readonly string[]>;
  /** Writes a parameter. @param kind an image's id is there only once AWS has seen that it is one, and this waits for it */
  write(name: string, value: string, kind: 'image' | 'text'): Promise<void>;
  /** From then on only its owner is shown the image; servers that run stay. @param at ISO 8601 */
  deprecate(id: string, at: string): Promise<void>;
  /** Takes an image away for good, its snapshots with it. Answers those that stay. */
  deregister(id: string): Promise<readonly string[]>;
  /** A server that was booted; null when there is none of this id. */
  server(id: string): Promise<BootedServer | null>;
  close(): void;
}

/** What is not said is the SDK's own chain. */
interface ImageStoreOptions {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** How long AWS may take to show an image's id that was written. Default: a minute. */
  readonly takenWithinMs?: number;
}

/** @see ImageStore. Errors: `CloudError`. */
export function createImageStore(options: ImageStoreOptions = {}): ImageStore {
  const { takenWithinMs: withinMs = 60_000, ...settings } = options;
  const [ec2, ssm] = [new EC2Client(settings), new SSMClient(settings)];
  return {
    images: () => listImages(ec2),
    read: (names) => readParameters(ssm, names),
    history: (name) => parameterHistory(ssm, name),
    write: (name, value, kind) =>
      kind === 'image'
        ? writeImage(ssm, { name, image: value, withinMs })
        : writeText(ssm, name, value),
    deprecate: (id, at) => deprecateImage(ec2, id, at),
    deregister: (id) => deregisterImage(ec2, id),
    server: (id) => readServer(ec2, id),
    close() {
      ec2.destroy();
      ssm.destroy();
    },
  };
}
