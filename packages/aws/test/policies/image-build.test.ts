import { readFileSync } from 'node:fs';
import { decide, readPolicy } from '@sekisho/iam-policy';
import { describe, expect, it } from 'vitest';
import { exampleBuild, exampleMember } from '../../src/policies/example.ts';
import { imageBuildPolicy, imagePublishPolicy } from '../../src/policies/index.ts';
import type { Asked } from './asks-of.ts';
import { calls, done } from './image-build-asks.ts';
import { refusals } from './image-build-refusals.ts';

const build = imageBuildPolicy(exampleBuild);
// The job that builds publishes, too: both policies are one role's.
const statements = [build, imagePublishPolicy(exampleMember)].flatMap((document) =>
  readPolicy(JSON.stringify(document), 'identity'),
);
const here = { 'aws:RequestedRegion': exampleBuild.regions[0] ?? '', 'aws:userid': 'AROA1:build' };
const passes = ([action, resource, context = {}]: Asked) =>
  decide(statements, { action, resource, context: { ...here, ...context } }) === 'allow';

describe.each(Object.entries(calls))('whoever builds the image, %s', (_, asked) => {
  it('may', () => {
    expect(asked.filter((ask) => !passes(ask)).map(([action, on]) => `${action} ${on}`)).toEqual(
      [],
    );
  });
});

describe.each(Object.entries(refusals))('whoever builds the image and %s', (_, asked) => {
  it('is refused', () => {
    expect(asked.filter(passes).map(([action, on]) => `${action} ${on}`)).toEqual([]);
  });
});

it('asks for each action that it allows, and for all of them here', () => {
  const allowed = build.Statement.flatMap(({ Action }) => Action);
  const called = Object.values(calls).flatMap((asked) => asked.map(([action]) => action));
  expect(new Set(called)).toEqual(new Set(allowed));
});

it('allows what the template does: its tags, its size, its origin', () => {
  const folder = new URL('../../../../images/ops-server/packer/', import.meta.url);
  const template = readFileSync(new URL('ops-server.pkr.hcl', folder), 'utf8');
  const says = (line: RegExp) => line.test(template);
  expect(says(/^ {2}instance_type\s+= "t3\.small"$/m)).toBe(true);
  expect(says(/^ {4}owners\s+= \["136693071363"\]$/m)).toBe(true);
  expect(says(/^ {4}"sekisho:image-build" = "ops-server"$/m)).toBe(true);
  expect(says(/^ {2}run_tags\s+= local\.run_tags$/m)).toBe(true);
  expect(says(/^ {2}run_volume_tags\s+= local\.run_tags$/m)).toBe(true);
  const finished = [...template.matchAll(/^ {4}"?(Name|sekisho:image(?!-build)[\w-]*)"?\s+=/gm)];
  expect(new Set(finished.map(([, key]) => key))).toEqual(new Set(Object.keys(done)));
});
