// Where things go: items in lanes from the top, columns on the ground. In pixels of the view's scale, from its start.

const GLYPH = 6; // half the width of a shape
const GAP = 5;
export const LEAST = 48; // of a headline that is cut
const LABELS = [240, 120, 60, 0]; // widths of labels to try, until everything has a lane
const LANE = 20;
const SMALL = 13;
const THIN = 9;
const TALLEST = 8; // events of the lowest column that fills its room

/** `height` is the room above the axis. Every item is in `placed` or, where there are too many, counted in `columns`. */
export function layout(scene, view, height, measure) {
  return scene.marks ? ofMarks(scene.marks, view, height, measure) : ofColumns(scene, view, height);
}

function ofMarks(all, view, height, measure) {
  const lanes = Math.max(1, Math.floor((height - 4) / LANE));
  const marks = all.filter((item) => item.end > view.start - view.span && item.start < view.end + view.span);
  for (const room of LABELS) {
    const { placed, over } = packed(marks, view, lanes, room, measure);
    if (!over.length) return { placed: labelled(placed, view, measure), columns: [], lane: LANE, highest: 0 };
  }
  const small = packed(marks, view, Math.floor((height - 20) / SMALL), 0, measure);
  if (!small.over.length) return { placed: small.placed, columns: [], lane: SMALL, highest: 0 };
  const thin = packed(marks, view, Math.floor((height * 0.5) / THIN), 0, measure);
  const columns = together(thin.over, (2 * GLYPH) / view.pixels, view.first);
  return { placed: thin.placed, columns, lane: THIN, highest: highest(columns) };
}

function packed(items, view, lanes, room, measure) {
  const ends = new Array(lanes).fill(-Infinity);
  const [placed, over] = [[], []];
  for (const item of items) {
    const [x0, x1] = extent(item, view);
    const label = room && item.headline ? Math.min(measure(item.headline), room) : 0;
    const inside = x1 - x0 > label + 4 * GLYPH;
    const until = inside || !label ? x1 : x1 + GAP + label;
    const lane = ends.findIndex((end) => end + GAP <= x0);
    if (lane < 0) over.push(item);
    else {
      ends[lane] = until;
      placed.push({ item, lane, label, inside });
    }
  }
  return { placed, over };
}

/** Headlines take what room there is within their bar, or up to the next in their lane; `free` is what is left before. */
function labelled(placed, view, measure) {
  const [nexts, ends] = [new Map(), new Map()];
  for (const place of [...placed].reverse()) {
    const [x0, x1] = extent(place.item, view);
    const [within, beside] = [x1 - x0 - 4 * GLYPH, (nexts.get(place.lane) ?? Infinity) - x1 - 3 * GAP];
    const whole = measure(place.item.headline);
    place.inside = within >= Math.min(whole, beside);
    const free = Math.min(whole, place.inside ? within : beside);
    place.label = free >= Math.min(whole, LEAST) ? free : 0;
    nexts.set(place.lane, x0);
  }
  for (const place of placed) {
    const [x0, x1] = extent(place.item, view);
    place.free = x0 - (ends.get(place.lane) ?? -Infinity) - 3 * GAP;
    ends.set(place.lane, place.inside || !place.label ? x1 : x1 + GAP + place.label);
  }
  return placed;
}

/** What it takes of the ground, never less than a shape; open ends reach beyond the world. */
export function extent(item, view) {
  const far = view.last - view.first;
  const [x0, x1] = [view.x(Math.max(item.start, view.first - far)), view.x(Math.min(item.end, view.last + far))];
  if (x1 - x0 >= 2 * GLYPH) return [x0, x1];
  const middle = (x0 + x1) / 2;
  return [middle - GLYPH, middle + GLYPH];
}

/** Whether it is drawn as a shape in the middle of its time, too short for a bar. */
export function isPoint(item, view) {
  return view.x(item.end) - view.x(item.start) < 2 * GLYPH;
}

function ofColumns(scene, view, height) {
  const lanes = Math.max(1, Math.floor((height * 0.4) / THIN));
  const bars = [...scene.bars].sort((one, other) => length(other) - length(one) || one.start - other.start);
  const busy = Array.from({ length: lanes }, () => []);
  const [placed, over] = [[], []];
  for (const item of bars) {
    const lane = busy.findIndex((taken) => taken.every(([start, end]) => item.end <= start || item.start >= end));
    if (lane < 0) over.push(item);
    else {
      busy[lane].push([item.start, item.end]);
      placed.push({ item, lane, label: 0, inside: true });
    }
  }
  const columns = over.length ? together([...scene.columns, ...over], scene.unit, scene.from) : scene.columns;
  return { placed, columns, lane: THIN, highest: highest(columns) };
}

const length = (item) => item.end - item.start;

function highest(columns) {
  return Math.max(TALLEST, ...columns.map(({ count }) => count));
}

/** One column for all whose middle is in it. */
function together(items, unit, from) {
  const found = new Map();
  for (const item of items) {
    const at = Math.floor((middle(item) - from) / unit);
    const start = from + at * unit;
    const column = found.get(at) ?? { key: `c${start}`, kind: "column", start, end: start + unit, count: 0, statuses: {} };
    column.count += item.count;
    for (const [status, count] of Object.entries(item.statuses ?? { [item.status]: item.count })) {
      column.statuses[status] = (column.statuses[status] ?? 0) + count;
    }
    if (item.kind !== "column") (column.members ??= []).push(item);
    found.set(at, column);
  }
  return [...found.values()].sort((one, other) => one.start - other.start);
}

function middle({ start, end }) {
  if (start === -Infinity) return end;
  return end === Infinity ? start : (start + end) / 2;
}
