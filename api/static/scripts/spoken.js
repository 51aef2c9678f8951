// What the band says in words.

import { iso, span, words } from "./calendar.js";
import { STATUSES } from "./colours.js";
import { plain } from "./labels.js";

export const NAMES = {
  occurred: "happened",
  ongoing: "going on",
  scheduled: "planned",
  possible: "possible",
  denied: "denied",
};

export function counted(number, one = "event", many = "events") {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** "12 events between 1 and 30 September 2024". */
export function place(count, start, end) {
  const [first, last] = [Math.floor(start), Math.ceil(end) - 1];
  const link = iso(first) === iso(last) ? "on" : "between";
  return `${counted(count)} ${link} ${span(first, last)}`;
}

/** How sure they are, by number. */
function mixed(statuses) {
  const told = STATUSES.filter((status) => statuses[status]);
  return told.map((status) => `${statuses[status].toLocaleString("en")} ${NAMES[status]}`).join(", ");
}

/** An item in a heading and a line below it. */
export function told(item) {
  if (item.kind === "mark") {
    return { title: plain(item.headline).slice(0, 300), line: `${item.words} · ${NAMES[item.status]}` };
  }
  const line = mixed(item.statuses ?? { [item.status]: item.count });
  if (item.start === -Infinity) return { title: `${counted(item.count)} until ${words(item.end - 1)}`, line };
  if (item.end === Infinity) return { title: `${counted(item.count)} from ${words(item.start)} on`, line };
  if (item.kind === "column") return { title: place(item.count, item.start, item.end), line };
  const title = `${counted(item.count)} some time between ${span(item.start, item.end - 1)}`;
  return { title, line };
}
