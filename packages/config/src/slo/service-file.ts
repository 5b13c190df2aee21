import type { FileProblemFacts } from './problems/facts.ts';

/** A file beside sekisho.yaml that holds OpenSLO documents, or why it could not be read. */
export type ServiceFile =
  | {
      /** Its name as people will see it: `services/checkout.yaml`. */
      readonly file: string;
      /** Bytes, where they may not be UTF-8. */
      readonly text: string | Uint8Array;
    }
  | ServiceFileFault;

export type ServiceFileFault = {
  [Name in keyof FileProblemFacts]: {
    readonly file: string;
    readonly fault: Name;
    readonly facts: FileProblemFacts[Name];
  };
}[keyof FileProblemFacts];
