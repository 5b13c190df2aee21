import { defaultRules, type GraphqlRules } from '@sekisho/counting/graphql';
import type { Host } from '../../host.ts';
export async function readRulesFile(_host: Host, _file: string): Promise<GraphqlRules> {
  return defaultRules;
}
