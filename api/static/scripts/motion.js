// Moves that one can follow, for those who have not asked for less motion.

const TIME = 180;
let running = 0;

export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Takes the view there; resolves when it has arrived. A second move takes over from the first. */
export function glide(view, start, span, moved) {
  cancelAnimationFrame(running);
  if (still()) {
    view.show(start, span);
    moved();
    return Promise.resolve();
  }
  const from = view.place;
  const began = performance.now();
  return new Promise((resolve) => {
    const frame = (time) => {
      const share = Math.min(Math.max((time - began) / TIME, 0), 1);
      const eased = 1 - (1 - share) ** 3;
      const wide = from.span * (span / from.span) ** eased;
      const along = span === from.span ? eased : (wide - from.span) / (span - from.span);
      view.show(from.start + (start - from.start) * along, wide);
      moved();
      if (share < 1) running = requestAnimationFrame(frame);
      else resolve();
    };
    running = requestAnimationFrame(frame);
  });
}
