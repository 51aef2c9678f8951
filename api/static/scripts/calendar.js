// Days as numbers since 1 January 1970, on the civil calendar without zones; a clock time is a fraction of its day.

const MILLISECONDS = 86_400_000;
export const MONTHS = [
  "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
  "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?/;
const SECOND = 1 / 86_400;

/** Months and days beyond their range carry over, as in `Date`. */
export function civil(year, month = 0, day = 1) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.round(date.getTime() / MILLISECONDS);
}

/** The day number of "2024-09-20" or "2024-09-20T10:00:00+01:00", on the clock it was told by; NaN for anything else. */
export function dayOf(text) {
  const found = WRITTEN.exec(text ?? "");
  if (!found) return NaN;
  const [year, month, day, hour = 0, minute = 0, second = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return civil(year, month - 1, day) + (hour * 3600 + minute * 60 + second) * SECOND;
}

/** Where an inclusive end, a day or a second, is over. */
export function endOf(text) {
  return dayOf(text) + (text?.includes("T") ? SECOND : 1);
}

/** This moment on the reader's own clock. */
export function now() {
  const here = new Date();
  return (here.getTime() - here.getTimezoneOffset() * 60_000) / MILLISECONDS;
}

export function parts(day) {
  const date = new Date(Math.floor(day) * MILLISECONDS);
  const minutes = Math.round((day - Math.floor(day)) * 1440);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth(),
    day: date.getUTCDate(),
    weekday: WEEKDAYS[date.getUTCDay()],
    clock: `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`,
  };
}

export function iso(day) {
  const { year, month, day: date } = parts(day);
  return [String(year).padStart(4, "0"), String(month + 1).padStart(2, "0"), String(date).padStart(2, "0")].join("-");
}

export function words(day) {
  const { year, month, day: date } = parts(day);
  return `${date} ${MONTHS[month]} ${year}`;
}

/** Two inclusive days as "1 and 30 September 2024": what both share is said once. */
export function span(first, last, link = "and") {
  const [from, to] = [parts(first), parts(last)];
  if (Math.floor(first) >= Math.floor(last)) return words(first);
  if (from.year !== to.year) return `${words(first)} ${link} ${words(last)}`;
  if (from.month !== to.month) return `${from.day} ${MONTHS[from.month]} ${link} ${words(last)}`;
  return `${from.day} ${link} ${words(last)}`;
}
