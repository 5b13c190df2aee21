/** What a risk is about, by name. */
export type RiskFacts = Readonly<Record<string, string>>;

/** A fact by its name; empty where there is none. */
export function fact(facts: RiskFacts, name: string): string {
  return facts[name] ?? '';
}

export function what(facts: RiskFacts): string {
  return fact(facts, 'what');
}

export function attribute(facts: RiskFacts): string {
  return fact(facts, 'attribute');
}
