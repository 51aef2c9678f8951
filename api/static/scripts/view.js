// What of the world of a topic is on show: from `start` on, `span` days, across `width` pixels.

import { now } from "./calendar.js";

const CLOSEST = 1;
const FAR = 0.15; // of the topic's length, up to which now beyond its last day is still on show
const MARGIN = 0.04;

export class View {
  constructor(first, last) {
    this.width = 1;
    this.world(first, last);
    this.whole();
  }

  /** Of a topic from day to day, or of none; with now in it where that is not far off. */
  static of(first, last) {
    const [from, to] = Number.isNaN(first) ? [Math.floor(now()) - 30, Math.floor(now()) + 30] : [first, last];
    const today = now() + 1;
    return new View(from, today > to && today - to <= (to - from) * FAR ? today : to);
  }

  /** The first and the last day there is something, and room beside them. */
  world(first, last) {
    this.known = { first, last };
    const margin = Math.max((last - first) * MARGIN, 1);
    this.first = first - margin;
    this.last = last + margin;
  }

  get end() {
    return this.start + this.span;
  }

  get pixels() {
    return this.width / this.span;
  }

  x(day) {
    return (day - this.start) * this.pixels;
  }

  day(x) {
    return this.start + x / this.pixels;
  }

  whole() {
    this.show(this.first, this.last - this.first);
  }

  show(start, span) {
    const longest = this.last - this.first;
    this.span = Math.min(Math.max(span, Math.min(CLOSEST, longest)), longest);
    this.start = Math.min(Math.max(start, this.first), this.last - this.span);
  }

  /** A factor above 1 goes nearer; what is at `x` stays there. */
  zoom(factor, x = this.width / 2) {
    const [day, share] = [this.day(x), x / this.width];
    const span = Math.min(Math.max(this.span / factor, CLOSEST), this.last - this.first);
    this.show(day - share * span, span);
  }

  pan(pixels) {
    this.show(this.start + pixels / this.pixels, this.span);
  }

  /** Moves no further than it takes to have these days on show, away from the edges. */
  reveal(start, end) {
    const edge = this.span * 0.08;
    const [from, to] = [Math.max(start, this.first), Math.min(end, this.last)];
    if (to - from > this.span - 2 * edge) {
      if (from > this.end - edge || to < this.start + edge) this.show(from - edge, this.span);
    } else if (from < this.start + edge) this.show(from - edge, this.span);
    else if (to > this.end - edge) this.show(to + edge - this.span, this.span);
  }

  centre(day) {
    this.show(day - this.span / 2, this.span);
  }

  get isWhole() {
    return this.span >= this.last - this.first;
  }

  get place() {
    return { start: this.start, span: this.span };
  }

  copy() {
    return Object.assign(Object.create(View.prototype), this);
  }
}
