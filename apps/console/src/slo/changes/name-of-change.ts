import type { ChangeView } from '@sekisho/contract';

/** What people call a pull request: `example/shop#12`. */
export function nameOfChange({
  repository,
  number,
}: Pick<ChangeView, 'repository' | 'number'>): string {
  return `${repository}#${number}`;
}
