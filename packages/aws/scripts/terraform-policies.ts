import { readFileSync } from 'node:fs';
import { guardTemplates, hubTemplates, memberTemplates } from '../src/policies/terraform/index.ts';
import { keepTexts } from './generated-folder.ts';

// Writes what the Terraform modules attach: the policies, from the same functions as docs/iam, and the
// Automation document, because a module has all of its files below itself.
const terminate = new URL('../documents/terminate-lease.json', import.meta.url);
keepTexts('deploy/terraform/hub/policies', '.json.tftpl', hubTemplates());
keepTexts('deploy/terraform/member/policies', '.json.tftpl', memberTemplates());
keepTexts('deploy/terraform/member/guard/policies', '.json.tftpl', guardTemplates());
keepTexts('deploy/terraform/member/automation', '.json', {
  'terminate-lease': readFileSync(terminate, 'utf8'),
});
