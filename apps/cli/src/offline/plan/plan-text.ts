import type {
  AttributeDiff,
  ReadPlan,
  ResourceDiff,
  Risk,
  Severity,
} from '@sekisho/terraform-plan';
import {
  andMore,
  countFacts,
  driftText,
  planActionNames,
  planWordsIn,
  riskText,
  severityGlyphs,
  severityNames,
} from '@sekisho/words/plan';
import { displayWidth, padEnd } from '@sekisho/words/width';
import { cleanLine } from '../../print/clean.ts';
import type { Colour, Style } from '../../print/style.ts';
import { wrap } from '../slo/report/wrap.ts';
import { attributeText } from './attribute-text.ts';

interface Shown {
  readonly style: Style;
  /** Without the changes themselves. */
  readonly summaryOnly: boolean;
}

const colours: Readonly<Record<Severity, Colour>> = {
  danger: 'red',
  warning: 'yellow',
  note: 'dim',
};

const actionColours: Partial<Record<ResourceDiff['action'], Colour>> = {
  delete: 'red',
  replace: 'red',
  forget: 'yellow',
  update: 'yellow',
  create: 'green',
};

/** A plan for a terminal: counts, risks, and each change with its attributes. */
export function planText({ summary, diff }: ReadPlan, { style, summaryOnly }: Shown): string {
  const { language } = style;
  const words = planWordsIn(language);
  const drift = driftText(summary.counts, language);
  const counts = [...countFacts(summary.counts, language), ...(drift === null ? [] : [drift])];
  const parts = [
    `${style.paint(counts.join(' · '), 'bold')}\n`,
    risksText(summary.risks, style),
    ...(summaryOnly ? [] : diff.resources.map((one) => resourceText(one, style))),
  ];
  const outputs = summaryOnly ? [] : diff.outputs;
  for (const { name, attributes, leftOut } of outputs) {
    // An output is shown by the path of what changes within it.
    const named = attributes.map((one) => ({
      ...one,
      path: one.path.replace(/^value/, () => name),
    }));
    const inner = attributesText(named, leftOut, style);
    parts.push(`${style.paint(words.outputs, 'bold')} ${cleanLine(name)}\n${inner}`);
  }
  const told = Object.values(summary.riskCounts).reduce((sum, count) => sum + count, 0);
  const hidden = told - summary.risks.length;
  if (hidden > 0) parts.splice(2, 0, `${andMore(hidden, language)}\n`);
  return parts.filter((part) => part !== '').join('\n');
}

/** One risk a line where there is room; what does not fit goes on below. */
function risksText(risks: readonly Risk[], style: Style): string {
  const { language } = style;
  if (risks.length === 0) return `${planWordsIn(language).noRisks}\n`;
  const names = Object.values(severityNames).map((one) => displayWidth(one[language]));
  const column = Math.max(...names);
  return risks
    .map((risk) => {
      const name = padEnd(severityNames[risk.severity][language], column);
      const mark = style.glyphs ? `${severityGlyphs[risk.severity]} ${name}` : name;
      const address = risk.address === '' ? '' : `${risk.address}: `;
      const lead = `${mark}  `;
      const text = cleanLine(`${address}${riskText(risk, language)}`);
      const below = ' '.repeat(displayWidth(lead));
      const line = lead + wrap(text, style.width, below).slice(below.length);
      return `${style.paint(line, colours[risk.severity])}\n`;
    })
    .join('');
}

function resourceText(resource: ResourceDiff, style: Style): string {
  const { language } = style;
  const words = planWordsIn(language);
  const { action, address, previousAddress, imported, deposed, leftOut } = resource;
  const notes = [
    planActionNames[action][language],
    ...(resource.reason === null ? [] : [resource.reason]),
    ...(previousAddress === null ? [] : [words.moved(previousAddress)]),
    ...(imported ? [words.imported] : []),
    ...(deposed ? [words.deposed] : []),
  ];
  const head = cleanLine(`${signs[action]} ${address} (${notes.join(', ')})`);
  const colour = actionColours[action];
  const lines = attributesText(resource.attributes, leftOut, style);
  return `${colour === undefined ? head : style.paint(head, colour)}\n${lines}`;
}

function attributesText(
  attributes: readonly AttributeDiff[],
  leftOut: number,
  style: Style,
): string {
  const more = planWordsIn(style.language).leftOut(String(leftOut));
  const lines = attributes.map((one) => attributeText(one, style)).join('');
  return leftOut === 0 ? lines : `${lines}    ${more}\n`;
}

/** Signs that every terminal and log can show. */
const signs: Readonly<Record<ResourceDiff['action'], string>> = {
  ...{ create: '+', update: '~', replace: '-/+', delete: '-' },
  ...{ read: '<=', forget: 'x', 'no-op': '=' },
};
