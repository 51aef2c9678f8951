// Headlines beside shapes and within bars, cut to their room.

import { isPoint } from "./layout.js";

const FONT = "12px";
const GAP = 5;
const PLATED = new Set(["ongoing", "possible", "denied"]);
const TURNED = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Controls that would hide or turn what follows, written out. */
export function plain(text) {
  return text.replace(CONTROLS, (one) => `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
}

/** Which way a text runs, by its first letter that has one (UAX 9, P2 and P3). */
export function direction(text) {
  const [letter = ""] = /\p{L}/u.exec(text) ?? [];
  return TURNED.test(letter) ? "rtl" : "ltr";
}

/** Measures texts once. */
export function ruler(pen, family) {
  const widths = new Map();
  pen.font = `${FONT} ${family}`;
  return (text) => {
    const short = plain(text.slice(0, 200));
    if (widths.size > 4000) widths.clear();
    if (!widths.has(short)) widths.set(short, pen.measureText(short).width);
    return widths.get(short);
  };
}

export function label(pen, { item, lane, label: room, inside, x: [x0, x1] }, { view, layout, colours, measure, family }) {
  const y = 3 + lane * layout.lane + layout.lane / 2 + 0.5;
  const text = cut(plain(item.headline.slice(0, 200)), room, measure);
  pen.font = `${FONT} ${family}`;
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  pen.direction = direction(text);
  if (!inside || isPoint(item, view)) {
    if (x1 < -room || x1 > view.width) return;
    pen.fillStyle = colours.ink();
    pen.fillText(text, x1 + GAP, y);
    return;
  }
  const at = Math.min(Math.max(x0, 0) + 20, x1 - room - 4);
  if (item.approximate || PLATED.has(item.status)) {
    pen.fillStyle = colours.raised(0.88);
    pen.fillRect(at - 2, y - 6.5, Math.min(room, measure(item.headline)) + 4, 12);
  }
  pen.fillStyle = item.status === "occurred" && !item.approximate ? colours.ground() : colours.ink();
  pen.fillText(text, at, y);
}

/** Where the label of what was hit ends: it can be pointed at as well. */
export function labelled({ item, x1 }, placed) {
  const found = item.kind === "mark" && placed.find((place) => place.item === item);
  return found && found.label && !found.inside ? x1 + GAP + found.label : x1;
}

function cut(text, room, measure) {
  if (measure(text) <= room) return text;
  let kept = Math.ceil((text.length * room) / measure(text));
  let short = "…";
  do short = `${text.slice(0, kept).trimEnd()}…`;
  while (measure(short) > room && --kept > 0);
  return short;
}
