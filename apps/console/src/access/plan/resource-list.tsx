import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import type { PlanAction, ResourceDiff, Severity } from '@sekisho/terraform-plan';
import { planActionNames } from '@sekisho/words/plan';
import { useMemo } from 'react';
import { Filters } from '../../shared/filters.tsx';
import { useSay } from '../../shared/say.ts';
import { actionsIn } from './find-resources.ts';
import classes from './plan.module.css';
import { ResourceItem } from './resource-item.tsx';
import { usePlanWords } from './use-plan-words.ts';
import { useResourceList } from './use-resource-list.ts';

interface ResourceListProps {
  readonly resources: readonly ResourceDiff[];
  readonly worst: ReadonlyMap<string, Severity>;
  /** Moves by `j`, `k` and Enter: one list of a page can. */
  readonly withKeys?: boolean;
}

/** What changes, resource by resource: searched, filtered, by the page; attributes on demand. */
export function ResourceList({ resources, worst, withKeys = false }: ResourceListProps) {
  const t = usePlanWords();
  const list = useResourceList(resources, withKeys);
  const { rows, keys, count, page, from, turn } = list;
  return (
    <div className={classes.resources}>
      <Filters>
        <TextInput
          label={t.search}
          type="search"
          value={list.search}
          onChange={(event) => list.look(event.currentTarget.value)}
        />
        <ActionFilter resources={resources} value={list.action} onChange={list.narrow} />
        <Group gap="xs" className={classes.folding}>
          <Button variant="default" onClick={list.openAll}>
            {t.expandAll}
          </Button>
          <Button variant="default" onClick={list.closeAll}>
            {t.collapseAll}
          </Button>
        </Group>
      </Filters>
      {count === 0 && <p>{t.noneFits}</p>}
      <ul className={classes.list} hidden={count === 0}>
        {rows.map((row, index) => {
          const key = keys[index] ?? row.address;
          return (
            <ResourceItem
              key={key}
              resource={row}
              worst={worst.get(row.address)}
              open={list.isOpen(key)}
              chosen={list.chosen === key}
              onToggle={() => list.toggle(key)}
            />
          );
        })}
      </ul>
      {count > rows.length && (
        <Pages from={from} count={rows.length} of={count} page={page} turn={turn} />
      )}
    </div>
  );
}

function ActionFilter({
  resources,
  value,
  onChange,
}: {
  readonly resources: readonly ResourceDiff[];
  readonly value: PlanAction | '';
  readonly onChange: (value: PlanAction | '') => void;
}) {
  const t = usePlanWords();
  const say = useSay();
  const choices = useMemo(() => actionsIn(resources), [resources]);
  return (
    <NativeSelect
      label={t.action}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as PlanAction | '')}
      data={[
        { value: '', label: say.t.common.all },
        ...choices.map((one) => ({ value: one, label: planActionNames[one][say.language] })),
      ]}
    />
  );
}

interface PagesProps {
  readonly from: number;
  readonly count: number;
  readonly of: number;
  readonly page: number;
  readonly turn: (to: number) => void;
}

function Pages({ from, count, of, page, turn }: PagesProps) {
  const t = usePlanWords();
  const isLast = from + count >= of;
  return (
    <Group gap="sm">
      <Button variant="default" disabled={page === 0} onClick={() => turn(page - 1)}>
        {t.earlier}
      </Button>
      <span aria-live="polite">{t.shown(String(from + 1), String(from + count), String(of))}</span>
      <Button variant="default" disabled={isLast} onClick={() => turn(page + 1)}>
        {t.later}
      </Button>
    </Group>
  );
}
