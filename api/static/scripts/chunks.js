// Some entries of the list, with their headings, which can be put away and leave an empty box of their size.

let headings = 0;

export class Chunk {
  constructor(groups) {
    for (const group of groups) name(group);
    this.element = document.createElement("div");
    this.element.className = "chunk";
    this.element.append(...groups);
    this.shown = true;
    this.count();
  }

  count() {
    this.elements = this.element.getElementsByTagName("*").length;
  }

  show() {
    if (this.shown) return;
    this.element.innerHTML = this.html;
    this.element.style.blockSize = "";
    this.html = null;
    this.shown = true;
    this.count();
  }

  /** What somebody is in stays. */
  put(height) {
    if (!this.shown || this.element.contains(document.activeElement) || this.element.querySelector("details[open]")) return;
    this.html = this.element.innerHTML;
    this.element.style.blockSize = `${height}px`;
    this.element.replaceChildren();
    this.shown = false;
    this.elements = 0;
  }

  box() {
    const { top, bottom } = this.element.getBoundingClientRect();
    return [top, bottom];
  }

  holds(id) {
    return this.shown ? this.element.querySelector(`#${CSS.escape(id)}`) !== null : this.html.includes(`id="${id}"`);
  }

  get headings() {
    return this.shown ? [...this.element.querySelectorAll("section > h2")] : [];
  }

  /** The same heading once more, right below, need not be seen. */
  seam(before) {
    const [first, last] = [this.headings[0], before?.headings.at(-1)];
    if (first && last) first.closest("section").classList.toggle("seam", first.textContent === last.textContent);
  }
}

/** Every heading an id of its own, wherever its group came from. */
function name(group) {
  const heading = group.querySelector("h2");
  if (!heading) return;
  heading.id = `heading-${++headings}`;
  group.setAttribute("aria-labelledby", heading.id);
}

/** Groups in chunks of some entries; one that is larger is cut, and goes on without a heading of its own. */
export function chunksOf(groups, size) {
  const found = [];
  let [open, room] = [[], size];
  const close = () => {
    if (open.length) found.push(new Chunk(open));
    [open, room] = [[], size];
  };
  for (const group of groups.flatMap((each) => cut(each, size))) {
    const held = group.querySelectorAll("article").length;
    if (held > room) close();
    open.push(group);
    room -= held;
  }
  close();
  return found;
}

function cut(group, size) {
  const list = group.querySelector("ol");
  const items = list ? [...list.children] : [];
  const parts = [group];
  for (let from = size; from < items.length; from += size) {
    const part = group.cloneNode(false);
    part.classList.add("seam");
    part.classList.remove("first");
    const heading = group.querySelector("h2").cloneNode(true);
    const rest = list.cloneNode(false);
    rest.append(...items.slice(from, from + size));
    part.append(heading, rest);
    parts.push(part);
  }
  return parts;
}
