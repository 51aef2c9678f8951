// How sure an event is, told by shape and by filling: the same for points, bars and columns, never by colour alone.

const TURN = Math.PI * 2;

const GLYPHS = {
  occurred(pen, x, y, r) {
    disc(pen, x, y, r);
    pen.fill();
  },
  ongoing(pen, x, y, r, ground) {
    hollow(pen, x, y, r, ground);
    pen.beginPath();
    pen.arc(x, y, r, -TURN / 4, TURN / 4);
    pen.fill();
  },
  scheduled(pen, x, y, r, ground) {
    diamond(pen, x, y, r * 1.15);
    filled(pen, ground);
    pen.stroke();
    diamond(pen, x, y, r * 0.45);
    pen.fill();
  },
  possible(pen, x, y, r, ground) {
    pen.setLineDash([2.6, 1.7]);
    hollow(pen, x, y, r, ground);
    pen.setLineDash([]);
  },
  denied(pen, x, y, r) {
    pen.lineWidth = 2.4;
    pen.beginPath();
    pen.moveTo(x - r * 0.8, y - r * 0.8);
    pen.lineTo(x + r * 0.8, y + r * 0.8);
    pen.moveTo(x + r * 0.8, y - r * 0.8);
    pen.lineTo(x - r * 0.8, y + r * 0.8);
    pen.stroke();
  },
};

export function glyph(pen, status, x, y, r, colours) {
  pen.fillStyle = pen.strokeStyle = colours[status]();
  pen.lineWidth = 1.6;
  GLYPHS[status](pen, x, y, r, colours.ground());
}

function disc(pen, x, y, r) {
  pen.beginPath();
  pen.arc(x, y, r, 0, TURN);
}

function hollow(pen, x, y, r, ground) {
  disc(pen, x, y, r);
  filled(pen, ground);
  pen.stroke();
}

function diamond(pen, x, y, r) {
  pen.beginPath();
  pen.moveTo(x, y - r);
  pen.lineTo(x + r, y);
  pen.lineTo(x, y + r);
  pen.lineTo(x - r, y);
  pen.closePath();
}

function filled(pen, colour) {
  const before = pen.fillStyle;
  pen.fillStyle = colour;
  pen.fill();
  pen.fillStyle = before;
}

const TILES = {
  ongoing(pen, size) {
    pen.fillRect(0, 0, size / 2, size);
  },
  possible(pen, size) {
    pen.fillRect(0, 0, size / 3, size / 3);
    pen.fillRect(size / 2, size / 2, size / 3, size / 3);
  },
  denied(pen, size) {
    pen.lineWidth = size / 4;
    pen.beginPath();
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift, size);
      pen.lineTo(shift + size, 0);
    }
    pen.stroke();
  },
};

/** A filling for each status: full, striped, empty, dotted, hatched. */
export function fillings(pen, colours, ratio) {
  const found = { occurred: colours.occurred(), scheduled: colours.scheduled(0.16) };
  for (const [status, draw] of Object.entries(TILES)) {
    const size = Math.round(6 * ratio);
    const tile = new OffscreenCanvas(size, size);
    const brush = tile.getContext("2d");
    brush.fillStyle = brush.strokeStyle = colours[status]();
    draw(brush, size);
    found[status] = pen.createPattern(tile, "repeat");
    found[status].setTransform(new DOMMatrix().scale(1 / ratio));
  }
  return found;
}
