import { describe, expect, it } from 'vitest';
import { active, english, japanese, requested } from '../test/samples.ts';
import {
  approvalCard,
  mostRows,
  quoteCard,
  refusalCard,
  reminderCard,
  toTerminal,
  whoHasWhatCard,
} from './index.ts';

const plain = { colour: false, width: 80 };
const text = (card: Parameters<typeof toTerminal>[0]) => toTerminal(card, plain);

describe('the approval question', () => {
  it('tells who, where, why, how long and what it costs, with approve first', () => {
    const card = approvalCard(requested, { ...english, you: 'sre2' });
    expect(text(card)).toContain('Taro Suzuki asks for   ops server   production');
    expect(text(card)).toContain('$0.0272/h, about $0.03 for 1 h');
    expect(card.actions.map(({ id }) => id)).toEqual(['lease.approve', 'lease.deny']);
  });
});

describe('a reminder', () => {
  it('offers to extend first', () => {
    const card = reminderCard(active, { ...japanese, you: 'engineer' });
    expect(card.head[0]).toBe('まもなく期限');
    expect(card.actions.map(({ id }) => id)).toEqual(['ops.extend', 'ops.handover', 'ops.stop']);
  });

  it('says to save the work when it cannot be extended', () => {
    const last = { ...active, deadline: active.hardMaximum };
    const card = reminderCard(last, { ...english, you: 'engineer' });
    expect(text(card)).toContain('save your work');
    expect(card.actions.map(({ id }) => id)).not.toContain('ops.extend');
  });
});

describe('a quote', () => {
  const quote = {
    environment: 'production',
    production: true,
    durationSeconds: 3600,
    maximumSeconds: 3600,
    sizes: [],
    instanceType: 't3.small',
    costPerHour: 0.0272,
    costTotal: 0.0272,
    approval: requested.approval,
    mayBreakGlass: false,
    ...{ budgets: [], imageAgeDays: null, imageOld: false, imageProvenance: null },
    refusal: null,
  };

  it('tells cost and who must agree before anything is asked', () => {
    expect(text(quoteCard(quote, english))).toContain('needs 1 of group sre');
    expect(text(quoteCard(quote, japanese))).toContain('$0.0272/時、1 時間で約 $0.03');
  });

  it('tells for want of which error budget more people must agree', () => {
    const short = { rule: 'calm', budget: 'checkout', left: 0.1249, asked: 0.25 };
    const low = { ...quote, budgets: [short] };
    expect(text(quoteCard(low, english))).toContain(
      '12.4% of the error budget of "checkout" is left, and policy "calm" asks',
    );
    expect(text(quoteCard(low, japanese))).toContain(
      '「checkout」のエラーバジェットの残りは 12.4% で',
    );
    const over = { ...quote, budgets: [{ ...short, left: -0.5, asked: null }] };
    expect(text(quoteCard(over, english))).toContain('overspent by 50%, too little for');
  });

  it('tells why it would be refused, and what to do', () => {
    const refusal = { code: 'too-long', message: 'Too long.', fix: 'Ask for less.' };
    expect(text(quoteCard({ ...quote, refusal }, english))).toContain('✕ Too long. Ask for less.');
  });
});

describe('who has what', () => {
  it('shows the reader’s own first, then what ends soonest', () => {
    const of = (id: string, holder: string, deadline: string) => ({
      ...active,
      id,
      holder,
      deadline,
    });
    const leases = [
      of('ops-aaaaaaaa', 'sre', '2026-11-21T06:00:00Z'),
      of('ops-bbbbbbbb', 'sre', '2026-11-21T05:30:00Z'),
      of('ops-cccccccc', 'engineer', '2026-11-21T06:10:00Z'),
    ];
    const lines = text(whoHasWhatCard(leases, { ...english, you: 'engineer' }));
    const order = ['cccccccc', 'bbbbbbbb', 'aaaaaaaa'].map((id) => lines.indexOf(id));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('says that there are more, and how many only where it knows', () => {
    const many = (count: number) =>
      text(
        whoHasWhatCard(
          Array.from({ length: count }, () => active),
          english,
        ),
      );
    expect(many(mostRows)).toContain('40 open');
    expect(many(mostRows)).not.toContain('there are more');
    expect(many(mostRows + 1)).toContain('40+ open');
    expect(many(mostRows + 1)).toContain('there are more: sekisho lease list');
  });

  it('says what to type when there is nothing', () => {
    expect(text(whoHasWhatCard([], japanese))).toContain('/ops 開始 staging');
  });
});

it('tells a refusal and its fix', () => {
  const card = refusalCard(
    { title: 'Own request', detail: 'Nobody approves their own request.', fix: 'Ask another.' },
    english,
  );
  expect(text(card)).toBe(
    '  ✕ Own request\n  ✕ Nobody approves their own request.\n  Ask another.',
  );
});
