import type { VerbName } from '@sekisho/contract';
import type { VerbSpec } from '../commands/manifest.ts';
import type { Asked } from '../commands/options.ts';
import type { Host } from '../host.ts';
import type { Call } from '../server/call.ts';
import type { Server } from '../server/find-server.ts';

/** One verb to carry out, with everything its command line said. */
export interface Job {
  readonly host: Host;
  readonly verb: VerbSpec;
  /** The verb's input, checked as far as the manifest tells. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly options: Asked['options'];
  /** Finds the server when it is first needed; offline work never does. */
  readonly connect: () => { readonly server: Server; readonly call: Call };
  /** Key under which a write may be repeated; undefined for reads. */
  readonly key: string | undefined;
}

/** A verb whose command line does more than call and print. */
export type Refined = (job: Job) => Promise<number>;
export type RefinedVerbs = Partial<Record<VerbName, Refined>>;
