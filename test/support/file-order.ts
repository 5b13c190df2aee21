import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Which test files begin before all others, and which after them, by patterns for their paths. */
interface FileOrder {
  readonly first?: RegExp;
  readonly last?: RegExp;
}

/** A sequencer for vitest's configuration: its own order, but for the files that are named. */
export function fileOrder({ first, last }: FileOrder): typeof BaseSequencer {
  const rank = ({ moduleId }: TestSpecification) =>
    first?.test(moduleId) ? 0 : last?.test(moduleId) ? 2 : 1;
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const sorted = await super.sort(files);
      return sorted.toSorted((one, other) => rank(one) - rank(other));
    }
  };
}
