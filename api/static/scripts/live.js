// News of a topic while its page is open. Nothing moves under the reader until asked to.

import { counted } from "./spoken.js";
import { element } from "./furniture.js";

const TOGETHER = 500; // milliseconds in which news is told at once

export class Live {
  /** `arrived()` is called when there is news, `wanted()` when somebody wants to see it. */
  constructor(address, host, { arrived, wanted }) {
    this.fresh = new Set();
    this.line = element("div", { class: "fresh", role: "status" });
    host.before(this.line);
    this.arrived = arrived;
    this.wanted = wanted;
    if (address) this.listen(address);
  }

  /** A browser asks again by itself, from the last version it heard of on. */
  listen(address) {
    this.source = new EventSource(address);
    this.source.addEventListener("change", (event) => this.hear(JSON.parse(event.data)));
    addEventListener("pagehide", () => this.source.close(), { once: true });
  }

  hear({ fresh, events }) {
    for (const event of [...fresh, ...events]) this.fresh.add(event);
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.tell(), TOGETHER);
  }

  tell() {
    this.arrived();
    if (!this.fresh.size) return;
    const show = element("button", { type: "button" }, "Show");
    show.addEventListener("click", () => this.show());
    this.line.replaceChildren(element("span", {}, `${counted(this.fresh.size, "new or changed event", "new or changed events")}: `), show);
  }

  async show() {
    const ids = [...this.fresh];
    this.fresh.clear();
    this.line.replaceChildren();
    await this.wanted(ids);
  }
}
