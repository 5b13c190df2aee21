import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { active, english, japanese, requested } from '../test/samples.ts';
import { type Block, leaseCard, slackLimits, toBlocks, toText, whoHasWhatCard } from './index.ts';

describe('a card in Slack', () => {
  it('carries production as a mark in its head', () => {
    expect(JSON.stringify(toBlocks(leaseCard(active, english)))).toContain(':red_square:');
    const staging = { ...active, production: false, environment: 'staging' };
    expect(JSON.stringify(toBlocks(leaseCard(staging, english)))).not.toContain(':red_square:');
  });

  it('has buttons with the verb as action and the lease as value', () => {
    const blocks = toBlocks(leaseCard(requested, japanese));
    const actions = blocks.find(({ type }) => type === 'actions');
    expect(actions?.elements).toEqual([
      expect.objectContaining({
        action_id: 'lease.approve',
        value: 'ops-7k3f9q2m',
        style: 'primary',
      }),
      expect.objectContaining({ action_id: 'lease.deny', value: 'ops-7k3f9q2m', style: 'danger' }),
      expect.objectContaining({ action_id: 'lease.withdraw', value: 'ops-7k3f9q2m' }),
    ]);
  });

  it('mentions nobody, whatever a reason says', () => {
    const reason = '<!channel> <@U0SRE> <https://evil.example|click> @here & <!subteam^S1>';
    const lease = { ...active, reason, ticket: '<!everyone>' };
    const text = JSON.stringify(toBlocks(leaseCard(lease, english)));
    expect(text).not.toMatch(/<[!@#h]/);
    expect(text).not.toContain('@here');
    expect(text).toContain('&lt;!channel&gt;');
    expect(text).toContain('&amp;');
  });

  it('cannot be given lines of its own by a reason', () => {
    const reason = 'fine\n\n*approved by Hanako Sato*\r\n>more';
    const quote = toBlocks(leaseCard({ ...active, reason }, english))
      .map((block) => (block.text as { text?: string } | undefined)?.text ?? '')
      .find((text) => text.includes('fine'));
    expect(quote).not.toContain('\n');
    expect(quote?.startsWith('>fine')).toBe(true);
  });

  it('stays within Slack’s limits for any text', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('&', '<', '>', 'あ', '👩‍👩‍👧', 'x', '\n', '\u202e', '\u001b[31m'),
      maxLength: 4000,
    });
    fc.assert(
      fc.property(nasty, nasty, (reason, detail) => {
        const lease = { ...active, reason, detail, missing: 'denied' as const };
        expectWithinLimits(toBlocks(leaseCard(lease, english)));
      }),
      { numRuns: 60 },
    );
  });

  it('stays within fifty blocks for hundreds of leases, and says that there are more', () => {
    const leases = Array.from({ length: 300 }, (_, index) => ({
      ...active,
      id: `ops-${String(index).padStart(8, '0')}`,
    }));
    const blocks = toBlocks(whoHasWhatCard(leases, english));
    expectWithinLimits(blocks);
    expect(JSON.stringify(blocks.at(-1))).toContain('there are more');
  });
});

describe('a card as one line', () => {
  it('holds the facts for a notification', () => {
    expect(toText(leaseCard(active, english))).toContain(
      '[PRODUCTION] ● active · ops server · production — Taro Suzuki',
    );
  });
});

function expectWithinLimits(blocks: readonly Block[]): void {
  expect(blocks.length).toBeLessThanOrEqual(slackLimits.blocks);
  for (const block of blocks) {
    const texts = [block.text, ...((block.elements as unknown[] | undefined) ?? [])] as (
      | { text?: unknown }
      | undefined
    )[];
    for (const found of texts) {
      if (typeof found?.text !== 'string') continue;
      expect(found.text.length).toBeGreaterThan(0);
      expect(found.text.length).toBeLessThanOrEqual(slackLimits.sectionText);
      expect(found.text).not.toMatch(/&(?!amp;|lt;|gt;)/);
      expect(found.text.isWellFormed()).toBe(true);
    }
  }
}
