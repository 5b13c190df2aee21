import type { AccessAccount, LentSet } from '@sekisho/config';
import type { BurdenChange, Language } from '@sekisho/contract';
import { burdenMapHead } from '@sekisho/words/access';

/** Those accounts of the map that changes make smaller, as YAML; null when none of them does. */
export function smallerMap(
  accounts: readonly AccessAccount[],
  changes: readonly BurdenChange[],
  language: Language,
): string | null {
  const inMap = changes.filter((change) => change.do !== 'unassign');
  const smaller = accounts.filter(({ id }) => inMap.some(({ account }) => account === id));
  if (smaller.length === 0) return null;
  const lines = smaller.flatMap((account) => linesOf(account, inMap));
  return `${[`# ${burdenMapHead[language]}`, 'accounts:', ...lines].join('\n')}\n`;
}

function linesOf(account: AccessAccount, changes: readonly BurdenChange[]): string[] {
  const doing = (set: LentSet) =>
    changes.find((each) => each.account === account.id && each.permissionSet === set.name)?.do;
  const left = account.sets
    .filter((set) => doing(set) !== 'drop')
    .map((set) => (doing(set) === 'lend' ? { ...set, standing: false, standingGroups: [] } : set));
  const head = [`  ${account.name}:`, `    id: "${account.id}"`];
  if (left.length === 0) return [...head, '    permissionSets: []'];
  return [...head, '    permissionSets:', ...left.map((set) => `      - ${setText(set)}`)];
}

function setText({ name, groups, standing, standingGroups, viaGroup }: LentSet): string {
  const parts = [
    ...(groups.length > 0 ? [`groups: ${list(groups)}`] : []),
    ...(standing ? ['standing: true'] : []),
    ...(standingGroups.length > 0 ? [`standingGroups: ${list(standingGroups)}`] : []),
    ...(viaGroup === null ? [] : [`viaGroup: ${scalar(viaGroup)}`]),
  ];
  if (parts.length === 0) return scalar(name);
  return `{ ${[`name: ${scalar(name)}`, ...parts].join(', ')} }`;
}

function list(values: readonly string[]): string {
  return `[${values.map(scalar).join(', ')}]`;
}

/** Plain where YAML reads it as a string for certain; JSON's strings are YAML's. */
function scalar(text: string): string {
  const plain =
    /^[A-Za-z][\w-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
