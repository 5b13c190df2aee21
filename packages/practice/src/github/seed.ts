import type { GithubState, SigningKey } from './state.ts';
import { newHex, type Rng } from './world.ts';

/** The repository whose pipeline practice runs. */
export const practiceRepository = 'acme/infra';

/** The first state: one repository of Terraform code, and the people who have a hat in practice. */
export function initialState(key: SigningKey, rng: Rng): GithubState {
  return {
    keys: [key],
    repositories: {
      [practiceRepository]: {
        ...{ id: 7001, owner: 'acme', ownerId: 9001, name: 'infra' },
        ...{ visibility: 'private', defaultBranch: 'main', immutableSubject: true },
        head: newHex(rng, 40),
      },
    },
    users: { 'hanako-sato': 101, 'ken-watanabe': 102, 'taro-suzuki': 103, 'acme-bot': 104 },
    ...{ pulls: [], runs: [], statuses: [], comments: [], jobTokens: {} },
    apiToken: `ghs_practice${newHex(rng, 24)}`,
    webhookSecret: newHex(rng, 40),
    lastId: 10_000,
    faults: { jwksDown: false, clockSkewSeconds: 0, tokensRefused: 0 },
  };
}
