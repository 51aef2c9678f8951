// The band: time drawn to scale, to be moved and zoomed, with an event or a crowd of them in focus.

import { dayOf, now } from "./calendar.js";
import { buttons, element, help } from "./furniture.js";
import { gestures } from "./gestures.js";
import { keys } from "./keys.js";
import { Moves } from "./moves.js";
import { Picture } from "./picture.js";
import { Place } from "./place.js";
import { Pointed } from "./pointed.js";
import { Supply } from "./supply.js";
import { View } from "./view.js";

const REACH = { mouse: 4, touch: 16 };

export class Band {
  /** `chosen(item, go)` is called when an item is to be shown in the list. */
  constructor(section, chosen) {
    this.section = section;
    this.chosen = chosen;
    const { first, last } = section.dataset;
    this.view = View.of(dayOf(first), dayOf(last) + 1);
    this.build();
    this.picture = new Picture(section, this.plot, this.view);
    this.picture.seen.now = now();
    this.supply = new Supply(this);
    this.pointed = new Pointed(this);
    this.picture.resized = () => this.moved();
    this.picture.drawn = () => this.pointed.follow();
    this.moves = new Moves(this);
    gestures(this.plot, this);
    keys(this.plot, this);
  }

  build() {
    const canvas = element("canvas", { "aria-hidden": "true" });
    const described = { "aria-label": "Events through time", "aria-describedby": "band-place", "aria-orientation": "horizontal" };
    this.plot = element("div", { class: "band-plot", tabindex: "0", role: "listbox", ...described }, canvas);
    const line = element("p", { class: "band-place", id: "band-place", role: "status" });
    this.place = new Place(this.section, line, this.view);
    const head = element("div", { class: "band-head" }, line, buttons(this));
    const title = element("h2", { class: "unseen", id: "band-title" }, "Time line");
    this.section.setAttribute("aria-labelledby", "band-title");
    this.section.replaceChildren(title, head, this.plot, help());
    this.section.hidden = false;
  }

  load(filters) {
    return this.supply.load(filters);
  }

  moved() {
    return this.supply.moved();
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

  refused(x) {
    this.pointed.hint("Hold Ctrl, or click the time line first, to go nearer with the wheel.", x);
  }

  jump(text) {
    const day = this.moves.jump(text);
    if (day) this.chosen(day, false);
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
}
