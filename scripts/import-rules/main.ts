// Says which imports break the rules of the house, and fails when there are any.
import { fileURLToPath } from 'node:url';
import { checkImportRules } from './check-import-rules.ts';

const problems = checkImportRules(fileURLToPath(new URL('../..', import.meta.url)));
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
