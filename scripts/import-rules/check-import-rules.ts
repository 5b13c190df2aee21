import {
  domainsByTheirIndex,
  doorsApart,
  platformKnowsNoDomain,
  sqlInStores,
} from './domain-rules.ts';
import { environmentInMainOnly, namesSayTheIdea } from './name-rules.ts';
import {
  bordersAreCrossedByName,
  contractStandsAlone,
  coreKnowsNoAdapter,
  packagesKnowNoApp,
} from './package-rules.ts';
import { readTree } from './read-tree.ts';

const rules = [
  domainsByTheirIndex,
  platformKnowsNoDomain,
  doorsApart,
  sqlInStores,
  packagesKnowNoApp,
  coreKnowsNoAdapter,
  contractStandsAlone,
  bordersAreCrossedByName,
  namesSayTheIdea,
  environmentInMainOnly,
];

/** Every breach of the house's import rules below `root`, as lines `path:line: what is wrong`; none when all is well. */
export function checkImportRules(root: string): readonly string[] {
  const tree = readTree(root);
  const violations = rules.flatMap((rule) => rule(tree));
  return violations.map(({ path, line, message }) => `${path}:${line}: ${message}`);
}
