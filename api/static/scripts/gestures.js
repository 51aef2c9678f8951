// Mouse, wheel, finger and pinch, told as moves of a view.

const SLIP = 5; // pixels that a press may move and still be one
const LINE = 16;
const NEARER = 2.5;

/** `on` has press(x, y, touch), point(x, y) or point(null), refused(x), and `moves` zoom(factor, x), pan(pixels), strip(x, y); all in pixels of `picture`. */
export function gestures(plot, on) {
  const { moves } = on;
  const down = new Map();
  let moved = 0;
  let inStrip = false;

  const at = (event) => {
    const box = plot.getBoundingClientRect();
    const { grown } = on.picture;
    return { x: (event.clientX - box.left - plot.clientLeft) / grown, y: (event.clientY - box.top - plot.clientTop) / grown };
  };

  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const place = at(event);
    down.set(event.pointerId, place);
    moved = down.size > 1 ? Infinity : 0;
    inStrip = down.size === 1 && moves.strip(place.x, place.y);
    if (inStrip) moved = Infinity;
  });

  plot.addEventListener("pointermove", (event) => {
    const [place, before] = [at(event), down.get(event.pointerId)];
    if (!before) return on.point(event.pointerType === "touch" ? null : place.x, place.y);
    if (!plot.hasPointerCapture(event.pointerId) && moved + Math.abs(place.x - before.x) > SLIP) {
      plot.setPointerCapture(event.pointerId);
      on.point(null);
    }
    if (inStrip) moves.strip(place.x, place.y);
    else if (down.size === 2) pinch(down, event.pointerId, place);
    else drag(before, place);
    down.set(event.pointerId, place);
  });

  function drag(before, place) {
    moved += Math.abs(place.x - before.x) + Math.abs(place.y - before.y);
    if (moved > SLIP) moves.pan(before.x - place.x);
  }

  function pinch(fingers, id, place) {
    const other = [...fingers].find(([finger]) => finger !== id)[1];
    const before = fingers.get(id);
    const [was, is] = [before, place].map((one) => Math.hypot(one.x - other.x, one.y - other.y));
    if (was > 8 && is > 8) moves.zoom(is / was, (place.x + other.x) / 2);
    moves.pan((before.x - place.x) / 2);
  }

  const up = (event) => {
    const place = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (event.type === "pointerup" && place && moved <= SLIP) on.press(place.x, place.y, event.pointerType === "touch");
  };
  for (const type of ["pointerup", "pointercancel"]) plot.addEventListener(type, up);
  plot.addEventListener("pointerleave", () => on.point(null));
  plot.addEventListener("dblclick", (event) => moves.zoom(NEARER, at(event).x));
  plot.addEventListener("wheel", (event) => wheel(event, plot, at(event).x, on), { passive: false });
}

/** The wheel alone belongs to the page until the band has the focus; at its ends it is given back. */
function wheel(event, plot, x, on) {
  const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
  if (sideways && Math.abs(sideways) >= Math.abs(event.deltaY) * (event.shiftKey ? 0 : 1)) {
    event.preventDefault();
    return on.moves.pan((sideways * pixels) / on.picture.grown);
  }
  if (!event.ctrlKey && !event.metaKey && !plot.matches(":focus")) return on.refused(x);
  const factor = Math.exp((-event.deltaY * pixels) / (event.ctrlKey && !event.deltaMode ? 160 : 400));
  if (on.moves.zoom(factor, x) || event.ctrlKey) event.preventDefault();
}
