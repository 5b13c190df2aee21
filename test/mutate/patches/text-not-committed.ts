import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A text beside the chain cannot be changed unseen.',
  file: 'packages/core/src/timeline/chain.ts',
  find: "return sha256(salt, '\\n', text);",
  replace: 'return sha256(salt, text.slice(0, 0));',
  tests: ['packages/core/src/timeline/tampering.test.ts'],
  title: 'entry_texts.text',
};
