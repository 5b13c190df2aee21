import { expect, it } from 'vitest';
import { restored } from '../../apps/cli/src/verbs/recording.ts';
import {
  harmlessModes,
  harmlessPlainModes,
} from '../../packages/core/src/recording/terminal/safe.ts';

it('leaves a terminal in no mode that a recording may set', () => {
  // Saving the cursor's place changes nothing that is seen.
  const lasting = [...harmlessModes].filter((mode) => mode !== '1048');
  const modes = [...lasting.map((mode) => `?${mode}`), ...harmlessPlainModes];
  const left = modes.filter((mode) => !/[hl]/.test(restored.split(`\u001b[${mode}`)[1]?.[0] ?? ''));
  expect(left).toEqual([]);
  // Nor scrolling in a part of the screen, nor in colours.
  expect(restored).toMatch(/\[r.*\[0m/s);
});
