import { decodePieces } from '../files/decode-pieces.ts';
import type { LogFile } from '../files/log-file.ts';
import { piecesOf } from '../files/pieces.ts';
import { createLogSurvey, type LogSurveyed, type LogSurveyOptions } from './log-survey.ts';

/**
 * What log files, plain or compressed, could tell; one that is damaged is read up to the damage.
 * Errors: throws the system's error when one cannot be opened or read.
 */
export async function surveyFiles(
  files: readonly LogFile[],
  options: LogSurveyOptions,
): Promise<LogSurveyed> {
  const survey = createLogSurvey(options);
  for (const file of files) {
    const lines = survey.begin();
    await decodePieces({ open: () => piecesOf(file) }, lines.push);
    lines.end();
  }
  return survey.told();
}
