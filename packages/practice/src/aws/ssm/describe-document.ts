import { z } from 'zod';
import { operation } from '../operation.ts';
import { Refusal } from '../world/refusal.ts';
import { automationDocuments } from './automation.ts';
import { documentKey } from './documents.ts';

/** `DescribeDocument`: of what kind a document is, and whether it can be used. Errors: `InvalidDocument`. */
export const describeDocument = operation({
  service: 'ssm',
  input: z.strictObject({ Name: z.string() }),
  run: ({ world, account, region }, { Name }) => {
    const isAutomation = automationDocuments(world, { account, region }).includes(Name);
    const kept = world.documents.get(documentKey({ account, region }, Name));
    if (!isAutomation && kept === undefined) {
      throw new Refusal('InvalidDocument', `Document with name ${Name} does not exist.`);
    }
    return {
      Document: {
        Name,
        Owner: Name.startsWith('AWS-') ? 'Amazon' : account,
        Status: 'Active',
        DocumentVersion: '1',
        DefaultVersion: '1',
        LatestVersion: '1',
        DocumentType: isAutomation ? 'Automation' : 'Session',
        DocumentFormat: isAutomation ? 'YAML' : 'JSON',
      },
    };
  },
});
