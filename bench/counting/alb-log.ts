import { closeSync, openSync, writeSync } from 'node:fs';

const agent =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36';
const certificate =
  'arn:aws:acm:ap-northeast-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const group =
  'arn:aws:elasticloadbalancing:ap-northeast-1:123456789012:targetgroup/web/73e2d6bc24d8a067';
const atOnce = 2000;

/** Writes an ALB log of `lines` lines, 100 requests a second, the same for the same number. */
export function writeAlbLog(path: string, lines: number): void {
  const file = openSync(path, 'w');
  const dice = createDice();
  for (let line = 0; line < lines; line += atOnce) {
    const count = Math.min(atOnce, lines - line);
    writeSync(
      file,
      Array.from({ length: count }, (_, index) => albLine(line + index, dice)).join(''),
    );
  }
  closeSync(file);
}

function albLine(index: number, dice: (sides: number) => number): string {
  const time = new Date(Date.UTC(2026, 9, 4) + index * 10).toISOString().replace('Z', '123Z');
  const status = dice(1000) < 5 ? 502 : dice(10) > 0 ? 200 : 404;
  const client = `203.0.${dice(255)}.${dice(255)}:${1024 + dice(60_000)}`;
  const took = (dice(1000) / 1000).toFixed(3);
  const url = `https://www.example.com:443/api/v1/items/${dice(1e6)}?page=${dice(20)}&sort=price`;
  return `h2 ${time} app/production-web/50dc6c495c0c9188 ${client} 10.0.${dice(255)}.${dice(255)}:8080 0.001 ${took} 0.000 ${status} ${status} ${dice(2000)} ${dice(90_000)} "GET ${url} HTTP/2.0" "${agent}" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 ${group} "Root=1-58337262-${dice(1e9)}" "www.example.com" "${certificate}" 0 ${time} "forward" "-" "-" "10.0.0.1:8080" "${status}" "-" "-" TID_${dice(1e9)}\n`;
}

/** A linear congruential generator: figures of two runs should be of one log. */
function createDice(): (sides: number) => number {
  let state = 12_345;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % sides;
  };
}
