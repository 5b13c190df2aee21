/*
 * Regular expressions in what RE2 and Joni share: no look-around, `[0-9]` because `\d` may mean the
 * digits of every script, `\A` and `\z` because `$` may stand before a last newline.
 */

const leapYear = '(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';

/** A day that there is, `2026-10-04`. */
export const isoDate = `(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${leapYear}-02-29)`;

/** A day that there is, `04/Oct/2026`. */
export const apacheDate = `(?:(?:(?:0[1-9]|[12][0-9]|3[01])/(?:Jan|Mar|May|Jul|Aug|Oct|Dec)|(?:0[1-9]|[12][0-9]|30)/(?:Apr|Jun|Sep|Nov)|(?:0[1-9]|1[0-9]|2[0-8])/Feb)/[0-9]{4}|29/Feb/${leapYear})`;

export const hourMinute = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';

/** Seconds of a duration. */
export const seconds = '[0-9]{1,9}(?:\\.[0-9]+)?';

/** The same in three groups: whole, up to six decimals, and a digit when more than nothing follows. */
export const secondsGroups = '([0-9]{1,9})(?:\\.([0-9]{1,6})0*([1-9]?)[0-9]*)?';

/** As `secondsGroups`, of a number that has a point. */
export const pointedSeconds = '([0-9]{1,9})\\.([0-9]{1,6})0*([1-9]?)[0-9]*';
