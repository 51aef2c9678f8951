// One picture of the band. Pixels are those of the page; the canvas is as fine as the screen.

import { bar, column } from "./bars.js";
import { STATUSES } from "./colours.js";
import { extent, isPoint } from "./layout.js";
import { label, labelled } from "./labels.js";
import { glyph } from "./shapes.js";
import { axis, grid, ground } from "./scale.js";

export const AXIS = 34;
export const STRIP = 20;

/** Where everything was drawn, the last on top: `{item, x0, x1, y0, y1}`. */
export function paint(pen, seen) {
  const { view, height, colours } = seen;
  const floor = height - AXIS - STRIP;
  pen.clearRect(0, 0, view.width, height);
  ground(pen, seen, floor);
  const marks = grid(pen, seen, floor);
  const hits = seen.layout ? items(pen, seen, floor) : [];
  axis(pen, seen, floor, marks);
  strip(pen, seen, height - STRIP);
  outlined(pen, hits, seen.selected, colours);
  return hits;
}

function items(pen, seen, floor) {
  const { view, layout } = seen;
  const style = { ...seen, width: view.width, order: STATUSES };
  const hits = layout.columns.flatMap((item) => columnOf(pen, item, seen, floor, style));
  const placed = layout.placed.map((place) => ({ ...place, x: extent(place.item, view) }));
  const visible = placed.filter(({ x: [x0, x1] }) => x1 > -300 && x0 < view.width + 20);
  for (const { item, lane, x: [x0, x1] } of visible) {
    const y = 3 + lane * layout.lane + layout.lane / 2;
    if (isPoint(item, view)) glyph(pen, item.status, (x0 + x1) / 2, y, layout.lane < 12 ? 3.6 : 5.5, seen.colours);
    else bar(pen, item, x0, x1, y, layout.lane < 12 ? 6 : 14, style);
    hits.push({ item, x0, x1, y0: y - layout.lane / 2, y1: y + layout.lane / 2 });
  }
  for (const place of visible) if (place.label) label(pen, place, seen);
  for (const hit of hits) [hit.x0, hit.x1] = labelled(hit, visible);
  return hits;
}

function columnOf(pen, item, seen, floor, style) {
  const { view, layout } = seen;
  const [x0, x1] = [view.x(item.start), view.x(item.end)];
  if (x1 < 0 || x0 > view.width) return [];
  const room = layout.placed.length ? floor * 0.55 : floor - 12;
  const top = column(pen, item, x0 + 0.5, Math.max(x1 - 0.5, x0 + 2), floor, room, layout.highest, style);
  return [{ item, x0, x1, y0: Math.min(top, floor - 24), y1: floor }];
}

/** The whole topic in small, with what is on show of it. */
function strip(pen, { view, overview, colours }, top) {
  const pixels = view.width / (view.last - view.first);
  const x = (day) => (day - view.first) * pixels;
  pen.fillStyle = colours.hair(0.5);
  pen.fillRect(0, top, view.width, STRIP);
  pen.fillStyle = colours.soft(0.8);
  const columns = overview?.marks ?? overview?.columns ?? [];
  const highest = Math.max(1, ...columns.map(({ count }) => count));
  for (const { start, end, count } of columns) {
    const height = Math.max((count / highest) * (STRIP - 6), 3);
    const [x0, x1] = [x(Math.max(start, view.first)), x(Math.min(end, view.last))];
    pen.fillRect(x0, top + STRIP - height, overview.marks ? 1.5 : Math.max(x1 - x0, 1), height);
  }
  if (view.span > (view.last - view.first) * 0.995) return;
  pen.strokeStyle = colours.link();
  pen.lineWidth = 2;
  const left = x(view.start);
  pen.strokeRect(left + 1, top + 1, Math.max(view.span * pixels, 6) - 2, STRIP - 2);
  pen.fillStyle = colours.link(0.14);
  pen.fillRect(left + 1, top + 1, Math.max(view.span * pixels, 6) - 2, STRIP - 2);
}

function outlined(pen, hits, selected, colours) {
  const hit = selected && hits.find(({ item }) => item.key === selected);
  if (!hit) return;
  pen.strokeStyle = colours.link();
  pen.lineWidth = 2;
  pen.beginPath();
  pen.roundRect(hit.x0 - 3, hit.y0, hit.x1 - hit.x0 + 6, hit.y1 - hit.y0, 4);
  pen.stroke();
}
