// `npm run schemathesis`: Schemathesis calls what the OpenAPI document describes; `--help` names its flags.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPractice } from '../e2e/support/practice.ts';
import { readFlags } from '../support/read-flags.ts';
import { insidePasses } from './inside.ts';
import { outsidePasses } from './outside.ts';
import { hasTool } from './run-tool.ts';
import type { Shown } from './scene.ts';

const usage = `npm run schemathesis [-- flags]: calls every operation of the API with and without credentials.
  --report FILE  the outcome as JSON, for CI`;
const { values } = readFlags(usage, { report: { type: 'string' } });

const required = process.env.SEKISHO_REQUIRE_SCHEMATHESIS === '1';
const report = { passed: 0, failed: 0, skipped: 0 };
if (await hasTool()) await show();
else if (required) report.failed = 1;
else report.skipped = 1;
if (report.passed === 0) console.log('There is no schemathesis here: pip install schemathesis.');
if (values.report !== undefined) await writeFile(values.report, JSON.stringify(report));
process.exitCode = report.failed > 0 ? 1 : 0;

async function show(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sekisho-schemathesis-'));
  const practice = await startPractice();
  try {
    const document = (await (await fetch(`${practice.origin}/api/openapi.json`)).json()) as object;
    const scene = { practice, document, folder };
    // Strangers first: nothing of what others began is under way then.
    for await (const shown of outsidePasses(scene)) count(shown);
    for await (const shown of insidePasses(scene)) count(shown);
  } finally {
    await practice.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function count({ title, wrong }: Shown): void {
  if (wrong.length === 0) report.passed += 1;
  else report.failed += 1;
  console.log(`${wrong.length === 0 ? 'ok' : 'FAILED'}: ${title}`);
  for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
}
