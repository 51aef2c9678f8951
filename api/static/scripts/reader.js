// What somebody is looking at in the list, and that it stays where it is whatever changes above it.

import { dayOf, endOf } from "./calendar.js";

/** The entries within the window. */
export function seen(chunks) {
  const found = [];
  for (const chunk of chunks) {
    const [top, bottom] = chunk.box();
    if (!chunk.shown || bottom < 0 || top > innerHeight) continue;
    for (const entry of chunk.element.querySelectorAll("article")) {
      const box = entry.getBoundingClientRect();
      if (box.bottom > 0 && box.top < innerHeight) found.push(entry);
    }
  }
  return found;
}

export function keeping(chunks, change) {
  const [entry] = seen(chunks);
  const before = entry?.getBoundingClientRect().top;
  change();
  if (entry?.isConnected) settle(entry, before);
}

/** Scrolls so that the entry is `top` pixels from the window's edge, where it was. */
export function settle(entry, top) {
  const off = entry.getBoundingClientRect().top - top;
  if (Math.abs(off) > 0.5) scrollBy({ top: off, behavior: "instant" });
}

/** The days of an entry as the band counts them. */
export function daysOf({ dataset }) {
  const start = dataset.earliest ? dayOf(dataset.earliest) : -Infinity;
  return { start, end: dataset.latest ? endOf(dataset.latest) : Infinity };
}

/** From the first day of what is looked at until after the first day of the last of it; null without any. */
export function daysRead(entries) {
  const starts = entries.map(({ dataset }) => dayOf(dataset.earliest)).filter((day) => !Number.isNaN(day));
  return starts.length ? [Math.min(...starts), Math.max(...starts) + 1] : null;
}
