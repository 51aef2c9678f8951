// An event that takes its time: a bar with its status' filling, edges that fade where it is approximate, arrows where
// an end is open.

import { glyph } from "./shapes.js";

const FADE = 0.3;
const DASHES = { possible: [4, 3] };

/** From `x0` to `x1` around the middle `y`; `item` tells status, approximation and open ends. */
export function bar(pen, item, x0, x1, y, height, { colours, fillings, width }) {
  const left = item.start === -Infinity ? Math.max(x0, 8) : Math.max(x0, -20);
  const right = Math.min(x1, item.end === Infinity ? width - 8 : width + 20);
  const [top, status] = [y - height / 2, item.status];
  pen.save();
  if (item.approximate) pen.globalAlpha = 0.9;
  pen.fillStyle = item.approximate ? faded(pen, x0, x1, colours[status], 0.75) : fillings[status];
  pen.beginPath();
  pen.roundRect(left, top, Math.max(right - left, 2), height, Math.min(height / 2, 3));
  pen.fill();
  pen.lineWidth = 1.3;
  pen.strokeStyle = item.approximate ? faded(pen, x0, x1, colours[status], 1) : colours[status]();
  pen.setLineDash(DASHES[status] ?? []);
  pen.stroke();
  pen.restore();
  const start = Math.max(x0, 0);
  if (height >= 12 && x1 - start > 22) glyph(pen, status, start + 9, y, 5, colours);
  if (item.start === -Infinity) arrow(pen, 2, y, height, -1, colours[status]());
  if (item.end === Infinity) arrow(pen, width - 2, y, height, 1, colours[status]());
}

function faded(pen, x0, x1, colour, opacity) {
  const gradient = pen.createLinearGradient(x0, 0, x1, 0);
  gradient.addColorStop(0, colour(0));
  gradient.addColorStop(FADE, colour(opacity));
  gradient.addColorStop(1 - FADE, colour(opacity));
  gradient.addColorStop(1, colour(0));
  return gradient;
}

function arrow(pen, x, y, height, way, colour) {
  const size = height * 0.75;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(x, y);
  pen.lineTo(x - way * 8, y - size);
  pen.lineTo(x - way * 8, y + size);
  pen.closePath();
  pen.fill();
}

/** Many events: a column with the statuses on top of each other. Returns its top. */
export function column(pen, item, x0, x1, ground, room, highest, { colours, fillings, order }) {
  const height = Math.max((item.count / highest) * room, 3);
  let y = ground;
  for (const status of order) {
    const part = ((item.statuses[status] ?? 0) / item.count) * height;
    if (!part) continue;
    pen.fillStyle = colours.ground();
    pen.fillRect(x0, y - part, x1 - x0, part);
    pen.fillStyle = fillings[status];
    pen.fillRect(x0, y - part, x1 - x0, part);
    if (status !== "occurred") {
      pen.strokeStyle = colours[status]();
      pen.lineWidth = 1;
      pen.strokeRect(x0 + 0.5, y - part + 0.5, Math.max(x1 - x0 - 1, 1), Math.max(part - 1, 0.5));
    }
    y -= part;
  }
  return ground - height;
}
