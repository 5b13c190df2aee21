import { documentTemplates } from '../src/documents/index.ts';
import { examplePolicies } from '../src/policies/index.ts';
import { keepFolder } from './generated-folder.ts';

/*
 * Writes for each role of an example installation the policy that it needs, from what the adapters declare,
 * and the session documents that the Terraform module puts into an account.
 */
keepFolder('docs/iam', examplePolicies());
keepFolder('deploy/terraform/member/documents', documentTemplates());
