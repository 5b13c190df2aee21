import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program lies; null when the machine has none. */
export function findProgram(name: string, path: string): string | null {
  for (const folder of path.split(delimiter)) {
    const file = join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {}
  }
  return null;
}

/** Writes the code that practice's pull requests change: resources that need no provider and no network. */
export function writeCode(folder: string, pull: number): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const code = `# What practice plans and applies: it changes with every pull request.
resource "terraform_data" "network" {
  input            = "10.0.0.0/16"
}
resource "terraform_data" "release" {
  triggers_replace = "${pull}"
  input            = "of pull request ${pull}"
}
resource "terraform_data" "change_${pull}" {
  input = "made by pull request ${pull}"
}
`;
  writeFileSync(join(folder, 'main.tf'), code);
}

/** Writes a plan where no terraform is: a file to hash and what \`terraform show -json\` would say of it. */
export function writeStandIn(folder: string, pull: number): void {
  const change = (name: string, actions: readonly string[], after: object) => ({
    address: `terraform_data.${name}`,
    ...{ mode: 'managed', type: 'terraform_data', name },
    provider_name: 'terraform.io/builtin/terraform',
    change: { actions, before: actions.includes('delete') ? {} : null, after },
  });
  const plan = {
    ...{ format_version: '1.2', terraform_version: '0.0.0', applyable: true, errored: false },
    resource_changes: [
      change(`change_${pull}`, ['create'], { input: `made by pull request ${pull}` }),
      change('release', ['delete', 'create'], { input: `of pull request ${pull}` }),
    ],
  };
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
  writeFileSync(join(folder, 'tfplan'), `stand-in for a saved plan of pull request ${pull}\n`);
}
