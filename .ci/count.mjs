// Prints `passed failed skipped` of one step: from its report, and from how its program ended.
import { existsSync, readFileSync } from 'node:fs';

const [report, exitCode] = process.argv.slice(2);
const counts = { passed: 0, failed: 0, skipped: 0 };
if (existsSync(report)) {
  const said = JSON.parse(readFileSync(report, 'utf8'));
  counts.passed = said.numPassedTests ?? said.passed;
  counts.failed = said.numFailedTests ?? said.failed;
  counts.skipped = said.skipped ?? said.numPendingTests + said.numTodoTests;
}
// No report where one was promised means that nothing is known to have passed.
if (report !== '-' && !existsSync(report)) counts.failed = 1;
// A program that failed without a failed test crashed, ran out of time or never began: that is a failure too.
if (exitCode !== '0' && counts.failed === 0) counts.failed = 1;
console.log(counts.passed, counts.failed, counts.skipped);
