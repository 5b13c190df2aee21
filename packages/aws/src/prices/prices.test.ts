import { describe, expect, it } from 'vitest';
import { costPerHour, pricesDate } from './cost-per-hour.ts';
import type { PriceTable } from './price-table.ts';
import { refreshPrices } from './refresh.ts';

const COLUMNS = [
  'SKU',
  'TermType',
  'PriceDescription',
  'Unit',
  'PricePerUnit',
  'Currency',
  'Location Type',
  'Region Code',
  'MarketOption',
  'Instance Type',
  'Tenancy',
  'Operating System',
  'CapacityStatus',
  'Pre Installed S/W',
];
const PLAIN: Record<string, string> = {
  SKU: 'ABC',
  TermType: 'OnDemand',
  PriceDescription: '$0.0136 per On Demand Linux t3.micro Instance Hour, "shared"',
  Unit: 'Hrs',
  PricePerUnit: '0.0136000000',
  Currency: 'USD',
  'Location Type': 'AWS Region',
  'Region Code': 'ap-northeast-1',
  MarketOption: 'OnDemand',
  'Instance Type': 't3.micro',
  Tenancy: 'Shared',
  'Operating System': 'Linux',
  CapacityStatus: 'Used',
  'Pre Installed S/W': 'NA',
};

function line(fields: readonly string[]): string {
  return fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(',');
}

/** A price list of the shape AWS publishes. */
function priceList(rows: readonly Record<string, string>[]): string {
  const head = [
    line(['FormatVersion', 'v1.0']),
    line(['Disclaimer', 'This pricing list is for informational purposes only.']),
    line(['Publication Date', '2026-10-02T03:04:05Z']),
    line(['Version', '20261002030405']),
    line(['OfferCode', 'AmazonEC2']),
    line(COLUMNS),
  ];
  const body = rows.map((row) => line(COLUMNS.map((name) => ({ ...PLAIN, ...row })[name] ?? '')));
  return [...head, ...body, ''].join('\n');
}

const old: PriceTable = {
  date: '2026-01-01',
  source: 'a test',
  currency: 'USD',
  regions: { 'ap-northeast-1': { 't3.micro': 1, 't3.small': 2 } },
};

function answering(body: string, status = 200) {
  const asked: string[] = [];
  const fetch = (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response(body, { status }));
  };
  return { asked, fetch };
}

describe('the price table', () => {
  it('knows common types and says how old it is', () => {
    expect(costPerHour('ap-northeast-1', 't3.micro')).toBe(0.0136);
    expect(pricesDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each([
    ['ap-northeast-1', 'x9.giant'],
    ['mars-north-1', 't3.micro'],
    ['__proto__', 'toString'],
    ['ap-northeast-1', 'constructor'],
  ])('has no price for %s %s', (region, type) => {
    expect(costPerHour(region, type)).toBeNull();
  });
});

describe('refreshing the prices', () => {
  it('takes the plain price on demand under Linux, and the date of the list', async () => {
    const aws = answering(
      priceList([
        {},
        { TermType: 'Reserved', PricePerUnit: '0.0050000000' },
        { 'Operating System': 'Windows', PricePerUnit: '0.0228000000' },
        { Tenancy: 'Dedicated', PricePerUnit: '0.0140000000' },
        { 'Pre Installed S/W': 'SQL Web', PricePerUnit: '0.0816000000' },
        { CapacityStatus: 'UnusedCapacityReservation', PricePerUnit: '0.0137000000' },
        { PricePerUnit: '0.0000000000' },
        { 'Location Type': 'AWS Local Zone', PricePerUnit: '0.0190000000' },
        { 'Region Code': 'ap-northeast-1-tpe-1', PricePerUnit: '0.0191000000' },
        { MarketOption: 'CapacityBlock', PricePerUnit: '0.0192000000' },
        { 'Instance Type': 't3.small', PricePerUnit: '0.0272000000' },
        { 'Instance Type': 'x9.giant', PricePerUnit: '99.0000000000' },
      ]),
    );
    const fresh = await refreshPrices(aws, old);
    expect(fresh.date).toBe('2026-10-02');
    expect(fresh.regions).toEqual({ 'ap-northeast-1': { 't3.micro': 0.0136, 't3.small': 0.0272 } });
    expect(aws.asked).toEqual([
      'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonEC2/current/ap-northeast-1/index.csv',
    ]);
  });

  it.each([
    ['a refusal', answering('no', 403), /answered 403/],
    ['something else', answering('<html>'), /no AWS price list/],
    ['a list without our types', answering(priceList([])), /no price was found/],
    ['two prices for one type', answering(priceList([{}, { PricePerUnit: '2' }])), /two prices/],
    [
      'a list that calls a column otherwise',
      answering(priceList([{}]).replace('"CapacityStatus"', '"Capacity"')),
      /no column CapacityStatus/,
    ],
  ])('fails on %s rather than write half a table', async (_, aws, why) => {
    await expect(refreshPrices(aws, old)).rejects.toThrow(why);
  });
});
