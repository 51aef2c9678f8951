// Ways through time: by button, key, wheel and finger, at once or as one that can be followed.

import { dayOf } from "./calendar.js";
import { STRIP } from "./drawing.js";
import { glide } from "./motion.js";

const PAGE = 0.9; // of what is on show

export class Moves {
  /** Of a `band`, whose supply is told where it goes to, of each step on the way, and when it is there. */
  constructor(band) {
    const { view, pointed } = band;
    Object.assign(this, { band, view, pointed });
  }

  zoom(factor, x) {
    const before = this.view.span;
    this.view.zoom(factor, x);
    if (this.view.span === before) return false;
    this.pointed.hide();
    this.band.moved();
    return true;
  }

  pan(pixels) {
    this.view.pan(pixels);
    this.band.moved();
  }

  /** Whether the place is in the strip below, which then leads there. */
  strip(x, y) {
    if (y < this.band.picture.seen.height - STRIP) return false;
    this.view.centre(this.view.first + (x / this.view.width) * (this.view.last - this.view.first));
    this.band.moved();
    return true;
  }

  step(way) {
    return this.pointed.step(way);
  }

  async edge(way) {
    this.view.show(way < 0 ? this.view.first : this.view.last - this.view.span, this.view.span);
    await this.band.moved();
    this.pointed.outermost(way);
  }

  page(way) {
    this.go(this.view.start + way * this.view.span * PAGE, this.view.span);
  }

  nearer(factor) {
    const item = this.pointed.item;
    const x = item ? this.view.x((Math.max(item.start, this.view.start) + Math.min(item.end, this.view.end)) / 2) : undefined;
    const aim = this.view.copy();
    aim.zoom(factor, x >= 0 && x <= this.view.width ? x : undefined);
    this.go(aim.start, aim.span);
  }

  everything() {
    this.go(this.view.first, this.view.last - this.view.first);
  }

  /** To a day as a form has it; returns it as an item, or null for none. */
  jump(text) {
    const day = dayOf(text);
    if (Number.isNaN(day)) return null;
    this.go(day - this.view.span / 2, this.view.span);
    return { kind: "day", start: day, end: day + 1 };
  }

  async go(start, span) {
    const aim = this.view.copy();
    aim.show(start, span);
    this.band.supply.ahead(aim);
    await glide(this.view, start, span, () => this.band.supply.passing());
    await this.band.moved();
  }
}
