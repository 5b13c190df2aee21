import { describe, expect, it } from 'vitest';
import { createBench, here } from '../testing/bench.ts';

const LaunchTemplateName = 'sekisho-ops-server';

describe('launch templates', () => {
  it.each([
    ['$Default', 2],
    ['$Latest', 3],
    ['1', 1],
  ])('resolve version %s to %i', (wanted, number) => {
    const { launchTemplateVersionSet } = createBench().call('DescribeLaunchTemplateVersions', {
      LaunchTemplateName,
      LaunchTemplateVersion: [wanted],
    });
    expect(launchTemplateVersionSet.map((each) => each.versionNumber)).toEqual([number]);
  });

  it('list their versions newest first, page by page', () => {
    const bench = createBench();
    const page = (NextToken?: string) =>
      bench.call('DescribeLaunchTemplateVersions', {
        LaunchTemplateName,
        MaxResults: 2,
        NextToken,
      });
    const first = page();
    const second = page(first.nextToken ?? undefined);
    const numbers = [first, second].flatMap(({ launchTemplateVersionSet }) =>
      launchTemplateVersionSet.map((each) => each.versionNumber),
    );
    expect([numbers, second.nextToken]).toEqual([[3, 2, 1], null]);
  });

  it('are of one account and region', () => {
    const bench = createBench();
    const of = (at = here) => bench.call('DescribeLaunchTemplates', {}, at).launchTemplates;
    expect(of().map((each) => each.launchTemplateName)).toEqual([LaunchTemplateName]);
    expect(of({ ...here, region: 'eu-west-1' })).toEqual([]);
  });

  it('name images that can be looked up, with their age', () => {
    const bench = createBench();
    const { launchTemplateVersionSet } = bench.call('DescribeLaunchTemplateVersions', {
      LaunchTemplateName,
      ResolveAlias: true,
    });
    for (const { launchTemplateData } of launchTemplateVersionSet) {
      const ImageId = [launchTemplateData.imageId];
      const [image] = bench.call('DescribeImages', { ImageId }).imagesSet;
      expect(image?.creationDate.getTime()).toBeLessThan(bench.now);
    }
    expect(bench.outcome('DescribeImages', { ImageId: ['ami-0'] })).toMatchObject({
      refusal: { code: 'InvalidAMIID.NotFound' },
    });
  });
});
