// The axis: boundaries of the calendar, as fine as there is room for, each with its label.

import { MONTHS, civil, parts } from "./calendar.js";

const MONDAY = 4;
const HOURS = [1, 3, 6, 12].map((hours) => [hours / 24, "clock", (day) => Math.floor(day * 24 / hours) * hours / 24]);
const DAYS = [
  [1, "day", Math.floor],
  [2, "day", (day) => Math.floor(day / 2) * 2],
  [7, "day", (day) => Math.floor((day - MONDAY) / 7) * 7 + MONDAY],
];
const MONTHLY = [1, 3, 6].map((months) => [months * 30.44, "month", months]);
const YEARLY = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => [years * 365.25, "year", years]);
const LADDER = [...HOURS, ...DAYS, ...MONTHLY, ...YEARLY];
const ROOM = { clock: 52, day: 34, month: 44, year: 52 };
const CONTEXT = {
  clock: (day) => `${parts(day).weekday} ${parts(day).day} ${MONTHS[parts(day).month]} ${parts(day).year}`,
  day: (day) => `${MONTHS[parts(day).month]} ${parts(day).year}`,
  month: (day) => String(parts(day).year),
  year: () => "",
};
const LABEL = {
  clock: (day) => parts(day).clock,
  day: (day) => String(parts(day).day),
  month: (day) => MONTHS[parts(day).month].slice(0, 3),
  year: (day) => String(parts(day).year),
};

/** Ticks from `start` to `end`: each a day, a label, and a context where that differs from the one before. */
export function ticks(start, end, pixels) {
  const [length, unit, step] = LADDER.find(([days, unit]) => days * pixels >= ROOM[unit]) ?? LADDER.at(-1);
  const found = [];
  let context = CONTEXT[unit](start);
  for (let day = first(start, unit, step); day <= end && found.length < 200; day = next(day, unit, step, length)) {
    const told = CONTEXT[unit](day + 1e-6);
    found.push({ day, label: LABEL[unit](day + 1e-6), context: told === context ? "" : told });
    context = told;
  }
  return { context: CONTEXT[unit](start), ticks: found };
}

function first(day, unit, step) {
  const { year, month } = parts(day);
  if (unit === "year") return civil(Math.floor(year / step) * step);
  return unit === "month" ? civil(year, Math.floor(month / step) * step) : step(day);
}

function next(day, unit, step, length) {
  const { year, month } = parts(day);
  if (unit === "year") return civil(year + step);
  return unit === "month" ? civil(year, month + step) : day + length;
}
