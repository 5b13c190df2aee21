/** The reader's own zone: times are shown in it whatever zone the server is in. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

const hours = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `14:30` in the reader's zone. */
export function clock(at: number): string {
  return hours.format(at);
}

/** `10/4` in the reader's zone. */
export function date(at: number): string {
  const day = new Date(at);
  return `${day.getMonth() + 1}/${day.getDate()}`;
}
