// The canvas: kept as fine as the screen, painted at most once a frame. Its own pixels grow with the page's type.

import { colours, onColours } from "./colours.js";
import { drawSigns } from "./furniture.js";
import { ruler } from "./labels.js";
import { fillings } from "./shapes.js";
import { AXIS, STRIP, paint } from "./drawing.js";
import { layout } from "./layout.js";

const TYPE = 16; // pixels of the page's type at which the canvas has the page's pixels

export class Picture {
  constructor(section, plot, view) {
    this.section = section;
    this.plot = plot;
    this.canvas = plot.querySelector("canvas");
    this.pen = this.canvas.getContext("2d");
    this.seen = { view, height: 1, layout: null, overview: null, selected: null, reading: null, now: 0 };
    this.hits = [];
    this.grown = 1;
    onColours(() => this.dress());
    new ResizeObserver(() => this.resize()).observe(plot);
    this.watch();
    this.resize();
  }

  /** On a screen of another fineness, or at another zoom of the page. */
  watch() {
    const moved = () => (this.watch(), this.resize());
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener("change", moved, { once: true });
  }

  resize() {
    const [width, height] = [this.plot.clientWidth, this.plot.clientHeight];
    if (!width || !height) return;
    const ratio = Math.max(devicePixelRatio, 1);
    const grown = parseFloat(getComputedStyle(document.documentElement).fontSize) / TYPE;
    this.grown = grown;
    this.fine = devicePixelRatio;
    [this.canvas.width, this.canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
    this.pen.setTransform((this.canvas.width / width) * grown, 0, 0, (this.canvas.height / height) * grown, 0, 0);
    this.seen.view.width = width / grown;
    this.seen.height = height / grown;
    this.dress();
    this.resized?.();
  }

  dress() {
    const family = getComputedStyle(this.plot).fontFamily;
    const found = colours(this.section);
    const ratio = Math.max(devicePixelRatio, 1) * this.grown;
    const measure = ruler(this.pen, family);
    Object.assign(this.seen, { colours: found, fillings: fillings(this.pen, found, ratio), family, measure });
    drawSigns(this.section, ratio);
    this.arrange();
  }

  /** The scene to show. It is laid out for a scale and some views around, so that few pans need a new layout. */
  arrange(scene = this.scene) {
    this.scene = scene;
    this.arranged = 0;
    this.soon();
  }

  soon() {
    this.waiting ||= requestAnimationFrame(() => {
      this.waiting = 0;
      this.draw();
    });
  }

  draw() {
    if (this.fine !== devicePixelRatio) this.resize();
    const { seen } = this;
    const { view } = seen;
    const key = `${view.pixels}:${Math.round((view.start - view.first) / view.span)}`;
    if (this.scene && this.arranged !== key) {
      seen.layout = layout(this.scene, view, seen.height - AXIS - STRIP, seen.measure);
      this.arranged = key;
    }
    this.hits = paint(this.pen, seen);
    this.drawn?.();
  }

  /** What is at a place, or nearest to it within `reach` pixels. */
  at(x, y, reach = 4) {
    let [found, nearest] = [null, reach];
    for (const hit of this.hits) {
      const away = Math.max(hit.x0 - x, x - hit.x1, hit.y0 - y, y - hit.y1, 0);
      if (away <= nearest) [found, nearest] = [hit, away];
    }
    return found;
  }
}
