import { TextInput } from '@mantine/core';
import { replayWordsIn } from '@sekisho/words/slo';
import { useId, useState } from 'react';
import { useSay } from '../../shared/say.ts';
import { useFigures } from '../figures.ts';
import { placeOf, round } from './grid.ts';
import classes from './replay.module.css';

interface TargetSliderProps {
  readonly grid: readonly number[];
  /** Percent. */
  readonly target: number;
  readonly onChange: (target: number) => void;
}

/** A target is moved by hand or by the arrow keys, or typed as exactly as one likes. */
export function TargetSlider({ grid, target, onChange }: TargetSliderProps) {
  const { language } = useSay();
  const words = replayWordsIn(language);
  const figures = useFigures();
  const label = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const said = figures.target(target / 100);
  const value = typed === null ? null : percentOf(typed);
  const move = (place: number) => {
    setTyped(null);
    onChange(grid[place] ?? target);
  };
  const type = (text: string) => {
    setTyped(text);
    const wanted = percentOf(text);
    if (wanted !== null) onChange(wanted);
  };
  return (
    <div className={classes.slider}>
      <div className={classes.range}>
        <span id={label}>
          {words.slider} <strong>{said}</strong>
        </span>
        <input
          type="range"
          min={0}
          max={grid.length - 1}
          value={placeOf(grid, target)}
          aria-labelledby={label}
          aria-valuetext={said}
          onChange={(event) => move(Number(event.currentTarget.value))}
        />
        <span className={classes.ends} aria-hidden="true">
          <span>{figures.target((grid[0] ?? 0) / 100)}</span>
          <span>{figures.target((grid.at(-1) ?? 0) / 100)}</span>
        </span>
      </div>
      <TextInput
        label={words.typed}
        inputMode="decimal"
        value={typed ?? String(target)}
        error={typed !== null && value === null ? words.typedWrong : null}
        onChange={(event) => type(event.currentTarget.value)}
      />
    </div>
  );
}

/** What was typed as percent, as far as the contract takes it; null for what is none. */
function percentOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace('%', '').trim();
  const value = plain === '' ? Number.NaN : Number(plain);
  return value >= 1 && value <= 99.99999 ? round(value) : null;
}
