// The ground of the band: the calendar, now, what lies ahead of it, and where one is reading.

import { ticks } from "./ticks.js";

const SMALL = "11px";

export function ground(pen, { view, now, colours }, floor) {
  pen.fillStyle = colours.raised();
  pen.fillRect(0, 0, view.width, floor);
  const x = Math.max(view.x(now), 0);
  if (x >= view.width) return;
  pen.fillStyle = colours.scheduled(0.08);
  pen.fillRect(x, 0, view.width - x, floor);
}

/** The lines of the calendar; returns its ticks. */
export function grid(pen, { view, colours }, floor) {
  const marks = ticks(view.start, view.end, view.pixels);
  pen.fillStyle = colours.hair();
  for (const { day, context } of marks.ticks) pen.fillRect(Math.round(view.x(day)), 0, context ? 2 : 1, floor);
  return marks;
}

export function axis(pen, seen, floor, marks) {
  const { view, colours, family, reading } = seen;
  pen.fillStyle = colours.ground();
  pen.fillRect(0, floor, view.width, 34);
  pen.fillStyle = colours.ink();
  pen.fillRect(0, floor, view.width, 1);
  if (reading) bracket(pen, view, reading, floor, colours);
  pen.font = `${SMALL} ${family}`;
  pen.textBaseline = "top";
  pen.direction = "ltr";
  pen.textAlign = "left";
  pen.fillStyle = colours.soft();
  const clear = fitting(pen, marks.ticks, view);
  for (const { day, label } of clear) pen.fillText(label, view.x(day) + 3, floor + 6);
  pen.font = `600 ${SMALL} ${family}`;
  pen.fillStyle = colours.ink();
  contexts(pen, marks, view, floor + 19);
  nowLine(pen, seen, floor);
}

function fitting(pen, all, view) {
  const room = all.length > 1 ? (all[1].day - all[0].day) * view.pixels : Infinity;
  const widest = Math.max(0, ...all.map(({ label }) => pen.measureText(label).width));
  const each = Math.max(Math.ceil((widest + 8) / room), 1);
  return all.filter((_, place) => place % each === 0);
}

function contexts(pen, { context, ticks: all }, view, y) {
  const changes = all.filter((each) => each.context && view.x(each.day) > 0);
  const room = changes.length ? view.x(changes[0].day) : Infinity;
  if (context && pen.measureText(context).width + 10 < room) pen.fillText(context, 3, y);
  let free = 0;
  for (const { day, context: told } of changes) {
    const x = view.x(day) + 3;
    if (x < free) continue;
    pen.fillText(told, x, y);
    free = x + pen.measureText(told).width + 10;
  }
}

function bracket(pen, view, { start, end }, floor, colours) {
  const x0 = Math.max(view.x(start), 0);
  const x1 = Math.min(Math.max(view.x(end), x0 + 6), view.width);
  pen.fillStyle = colours["mark-line"]();
  if (x1 > 0 && x0 < view.width) pen.fillRect(x0, floor + 1, x1 - x0, 4);
}

/** Where now is off, the edge says on which side. */
function nowLine(pen, { view, now, colours, family }, floor) {
  const x = view.x(now);
  pen.font = `600 ${SMALL} ${family}`;
  const told = x < 0 ? "◂ now" : x > view.width ? "now ▸" : "now";
  const width = pen.measureText(told).width + 8;
  const at = Math.min(Math.max(x - width / 2, 0), view.width - width);
  pen.fillStyle = colours.link();
  if (x >= 0 && x <= view.width) pen.fillRect(Math.round(x) - 1, 0, 2, floor);
  pen.fillRect(at, floor - 15, width, 15);
  pen.fillStyle = colours.ground();
  pen.textBaseline = "middle";
  pen.fillText(told, at + 4, floor - 7);
}
