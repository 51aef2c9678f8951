// The band: time drawn to scale, to be moved and zoomed, with an event or a crowd of them in focus.

import { dayOf, now } from "./calendar.js";
import { STRIP } from "./drawing.js";
import { buttons, element, help } from "./furniture.js";
import { gestures } from "./gestures.js";
import { keys } from "./keys.js";
import { glide } from "./motion.js";
import { Picture } from "./picture.js";
import { Pointed } from "./pointed.js";
import { Scenes } from "./scene.js";
import { place, told } from "./spoken.js";
import { View } from "./view.js";

const SETTLED = 250; // milliseconds without a move after which the place is told
const REACH = { mouse: 4, touch: 16 };
const FAR = 0.15; // of the topic's length, up to which now beyond its last day is still on show

export class Band {
  /** `chosen(item, go)` is called when an item is to be shown in the list. */
  constructor(section, chosen) {
    this.section = section;
    this.chosen = chosen;
    const { first, last } = section.dataset;
    const [density] = section.dataset.density.split("?");
    this.view = new View(...bounds(dayOf(first), dayOf(last) + 1));
    this.scenes = new Scenes(density);
    this.whole = new Scenes(density);
    this.build();
    this.picture = new Picture(section, this.plot, this.view);
    this.picture.seen.now = now();
    this.picture.resized = () => this.moved();
    this.picture.drawn = () => this.pointed.follow();
    this.pointed = new Pointed(this);
    gestures(this.plot, this);
    keys(this.plot, this);
  }

  build() {
    const canvas = element("canvas", { "aria-hidden": "true" });
    const described = { "aria-label": "Events through time", "aria-describedby": "band-place", "aria-orientation": "horizontal" };
    this.plot = element("div", { class: "band-plot", tabindex: "0", role: "listbox", ...described }, canvas);
    this.place = element("p", { class: "band-place", id: "band-place", role: "status" });
    const head = element("div", { class: "band-head" }, this.place, buttons(this));
    const title = element("h2", { class: "unseen", id: "band-title" }, "Time line");
    this.section.setAttribute("aria-labelledby", "band-title");
    this.section.replaceChildren(title, head, this.plot, help());
    this.section.hidden = false;
  }

  /** Everything anew: other filters, or other events. */
  async load(filters = this.scenes.filters) {
    for (const scenes of [this.scenes, this.whole]) {
      scenes.filters = filters;
      scenes.forget();
    }
    this.scene = null;
    await Promise.all([this.moved(), this.survey()]);
  }

  async survey() {
    const all = new View(this.view.first, this.view.last);
    [all.first, all.last, all.width] = [this.view.first, this.view.last, this.view.width / 2];
    all.whole();
    await this.asked(async () => {
      this.picture.seen.overview = await this.whole.around(all);
      this.picture.soon();
    });
  }

  /** The view is another one: what is at hand is drawn at once, what is missing as soon as it is there. */
  async moved() {
    this.picture.soon();
    this.settle();
    if (!this.pointed || (this.scene && this.scenes.fits(this.scene, this.view))) return;
    await this.asked(async () => {
      this.scene = await this.scenes.around(this.view);
      this.picture.arrange(this.scene);
      this.settle();
    });
  }

  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.tell(), SETTLED);
  }

  async asked(ask) {
    try {
      await ask();
      this.section.removeAttribute("data-failed");
    } catch (failure) {
      if (failure.name === "AbortError") return;
      this.section.dataset.failed = "";
      this.place.textContent = `The time line could not be loaded: ${failure.message}`;
    }
  }

  tell() {
    if (!this.scene || !this.scenes.fits(this.scene, this.view) || this.section.dataset.failed === "") return;
    const { start, end } = this.view;
    const items = [...(this.scene.marks ?? []), ...this.scene.columns, ...this.scene.bars];
    const seen = items.filter((item) => item.start < end && item.end > start);
    const number = seen.reduce((sum, { count }) => sum + count, 0);
    const { known } = this.view;
    const text = place(number, Math.max(start, known.first), Math.min(end, known.last));
    if (this.place.textContent !== text) this.place.textContent = text;
  }

  zoom(factor, x) {
    const before = this.view.span;
    this.view.zoom(factor, x);
    if (this.view.span === before) return false;
    this.pointed.hide();
    this.moved();
    return true;
  }

  pan(pixels) {
    this.view.pan(pixels);
    this.moved();
  }

  point(x, y) {
    this.pointed.hover(x === null ? null : this.picture.at(x, y, REACH.mouse), x);
  }

  press(x, y, touch) {
    const hit = this.picture.at(x, y, touch ? REACH.touch : REACH.mouse);
    if (!hit) return this.pointed.hide();
    this.pointed.focus(hit.item);
    if (touch) this.pointed.hover(hit, x);
    this.choose(false);
  }

  /** Whether the place is in the strip below, which then leads there. */
  strip(x, y) {
    if (y < this.plot.clientHeight - STRIP) return false;
    this.view.centre(this.view.first + (x / this.view.width) * (this.view.last - this.view.first));
    this.moved();
    return true;
  }

  refused(x) {
    this.pointed.hint("Hold Ctrl, or click the time line first, to go nearer with the wheel.", x);
  }

  step(way) {
    return this.pointed.step(way);
  }

  async edge(way) {
    this.view.show(way < 0 ? this.view.first : this.view.last - this.view.span, this.view.span);
    await this.moved();
    this.pointed.outermost(way);
  }

  page(way) {
    this.go(this.view.start + way * this.view.span * 0.9, this.view.span);
  }

  nearer(factor) {
    const item = this.pointed.item;
    const x = item ? this.view.x((Math.max(item.start, this.view.start) + Math.min(item.end, this.view.end)) / 2) : undefined;
    const aim = Object.assign(Object.create(Object.getPrototypeOf(this.view)), this.view);
    aim.zoom(factor, x >= 0 && x <= this.view.width ? x : undefined);
    this.go(aim.start, aim.span);
  }

  everything() {
    this.go(this.view.first, this.view.last - this.view.first);
  }

  jump(text) {
    const day = dayOf(text);
    if (Number.isNaN(day)) return;
    this.go(day - this.view.span / 2, this.view.span);
    this.chosen({ kind: "day", start: day, end: day + 1 }, false);
  }

  go(start, span) {
    return glide(this.view, start, span, () => this.moved());
  }

  choose(go) {
    const { item } = this.pointed;
    if (!item) return;
    this.picture.seen.selected = item.key;
    this.picture.soon();
    this.chosen(item, go);
  }

  leave() {
    this.pointed.hide();
    this.picture.seen.selected = null;
    this.picture.soon();
  }

  /** What of the list is being read: two day numbers. */
  reading(start, end) {
    this.picture.seen.reading = { start, end };
    const { view } = this;
    if (end < view.start || start > view.end) {
      view.reveal(start, Math.min(end, start + view.span / 2));
      this.moved();
    } else this.picture.soon();
  }

  /** Shows an entry of the list in the band. */
  select(key, start, end) {
    this.picture.seen.selected = key;
    this.view.reveal(start, end);
    this.moved();
  }

  describe(item) {
    return told(item);
  }
}

/** The world of a topic, with now in it where that is not far off. */
function bounds(first, last) {
  const [from, to] = Number.isNaN(first) ? [Math.floor(now()) - 30, Math.floor(now()) + 30] : [first, last];
  const today = now() + 1;
  return [from, today > to && today - to <= (to - from) * FAR ? today : to];
}
