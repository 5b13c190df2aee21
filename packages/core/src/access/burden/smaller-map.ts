import type { SwitchRole } from '@sekisho/accounts';
import type { AccessAccount, Config, LentSet } from '@sekisho/config';
import type { BurdenChange, Language } from '@sekisho/contract';
import { burdenMapHead } from '@sekisho/words/access';

/** Those accounts of the map that changes make smaller, as YAML; null when none of them does. */
export function smallerMap(
  config: Config,
  accounts: readonly AccessAccount[],
  changes: readonly BurdenChange[],
  language: Language,
): string | null {
  const inMap = changes.filter(({ do: what }) => ['lend', 'drop', 'drop-role'].includes(what));
  const smaller = accounts.filter(({ id }) => inMap.some(({ account }) => account === id));
  if (smaller.length === 0) return null;
  const lines = smaller.flatMap((account) => {
    const own = inMap.filter((change) => change.account === account.id);
    const roles = config.accounts.accounts.find(({ id }) => id === account.id)?.roles ?? [];
    const head = [`  ${account.name}:`, `    id: "${account.id}"`];
    return [...head, ...setLines(account, own), ...roleLines(roles, own)];
  });
  return `${[`# ${burdenMapHead[language]}`, 'accounts:', ...lines].join('\n')}\n`;
}

function setLines({ sets }: AccessAccount, changes: readonly BurdenChange[]): string[] {
  const doing = ({ name }: LentSet) =>
    changes.find(({ permissionSet }) => permissionSet === name)?.do;
  if (changes.every(({ permissionSet }) => permissionSet === null)) return [];
  const left = sets
    .filter((set) => doing(set) !== 'drop')
    .map((set) => (doing(set) === 'lend' ? { ...set, standing: false, standingGroups: [] } : set));
  return listLines('permissionSets', left.map(setText));
}

function roleLines(roles: readonly SwitchRole[], changes: readonly BurdenChange[]): string[] {
  const dropped = new Set(changes.map(({ role }) => role));
  const left = roles.filter(({ name }) => !dropped.has(name));
  return left.length === roles.length ? [] : listLines('roles', left.map(roleText));
}

function listLines(key: string, items: readonly string[]): string[] {
  if (items.length === 0) return [`    ${key}: []`];
  return [`    ${key}:`, ...items.map((item) => `      - ${item}`)];
}

function roleText({ name, from, externalId, tags, transitiveTags }: SwitchRole): string {
  const set = from.permissionSet;
  const base = set === null ? '' : `, permissionSet: ${scalar(set)}`;
  const pairs = Object.entries(tags).map((pair) => pair.map(scalar).join(': '));
  const parts = [
    `name: ${scalar(name)}`,
    `from: { account: ${scalar(from.account)}${base} }`,
    ...(externalId === null ? [] : [`externalId: ${scalar(externalId)}`]),
    ...(pairs.length === 0 ? [] : [`tags: { ${pairs.join(', ')} }`]),
    ...(transitiveTags.length === 0 ? [] : [`transitiveTags: ${list(transitiveTags)}`]),
  ];
  return `{ ${parts.join(', ')} }`;
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
