// Headlines beside shapes and within bars, cut to their room.

import { isPoint, LEAST } from "./layout.js";

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

/** Also leaves at the place what a label beside it covers: `covers`, from and to. */
export function label(pen, place, { view, layout, colours, measure, family }) {
  const { item, lane, inside, x: [x0, x1] } = place;
  const y = 3 + lane * layout.lane + layout.lane / 2 + 0.5;
  const headline = plain(item.headline.slice(0, 200));
  pen.font = `${FONT} ${family}`;
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  pen.direction = direction(headline);
  if (!inside || isPoint(item, view)) {
    const { before, room } = beside(place, view.width, measure(item.headline));
    if (x1 < -room || x0 > view.width || !room) return;
    const text = cut(headline, room, measure);
    place.covers = before ? [x0 - GAP - measure(text), x1] : [x0, x1 + GAP + measure(text)];
    pen.fillStyle = colours.ink();
    pen.fillText(text, before ? place.covers[0] : x1 + GAP, y);
    return;
  }
  const room = place.label;
  const at = Math.min(Math.max(x0, 0) + 20, x1 - room - 4);
  if (item.approximate || PLATED.has(item.status)) {
    pen.fillStyle = colours.raised(0.88);
    pen.fillRect(at - 2, y - 6.5, Math.min(room, measure(item.headline)) + 4, 12);
  }
  pen.fillStyle = item.status === "occurred" && !item.approximate ? colours.ground() : colours.ink();
  pen.fillText(cut(headline, room, measure), at, y);
}

/** Behind the shape; before it where the edge of the picture leaves more room there; nowhere (0) where both leave none. */
export function beside({ label, free, x: [x0, x1] }, width, whole) {
  const behind = Math.min(label, width - x1 - 2 * GAP);
  if (behind >= label) return { before: false, room: label };
  const ahead = Math.min(whole, free, x0 - 2 * GAP);
  const room = Math.max(behind, ahead);
  return { before: ahead > behind, room: room >= Math.min(whole, LEAST) ? room : 0 };
}

/** What of the ground what was hit covers with its label: it can be pointed at as well. */
export function labelled({ item, x0, x1 }, placed) {
  const found = item.kind === "mark" && placed.find((place) => place.item === item);
  return (found && found.covers) || [x0, x1];
}

function cut(text, room, measure) {
  if (measure(text) <= room) return text;
  let kept = Math.ceil((text.length * room) / measure(text));
  let short = "…";
  do short = `${text.slice(0, kept).trimEnd()}…`;
  while (measure(short) > room && --kept > 0);
  return short;
}
