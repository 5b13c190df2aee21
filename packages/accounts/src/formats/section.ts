/** A section of an INI file. */
export interface Section {
  /** As between its brackets. */
  readonly head: string;
  readonly entries: readonly (readonly [key: string, value: string])[];
}

/** Sections as text, an empty line between them. */
export function sectionsText(sections: readonly Section[]): string {
  return sections.map(sectionText).join('\n');
}

function sectionText({ head, entries }: Section): string {
  const lines = entries.map(([key, value]) => `${key} = ${value}\n`);
  return `[${head}]\n${lines.join('')}`;
}
