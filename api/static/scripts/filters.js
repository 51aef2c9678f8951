// The page's own form, applied without loading the page again; the address tells every selection, and back leads back.

const PLACES = ["after", "before", "at", "via", "limit"];

export class Filters {
  /** `apply(params)` shows a selection; it resolves when it is on show. */
  constructor(form, apply) {
    this.form = form;
    this.apply = apply;
    this.now = selected(location.search);
    addEventListener("popstate", () => this.returned());
    document.addEventListener("click", (event) => this.followed(event));
    if (!form) return;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(this.chosen());
    });
    form.addEventListener("input", (event) => {
      if (["search", "text"].includes(event.target.type)) this.typed();
      else if (event.target.validity.valid) this.go(this.chosen());
    });
    form.addEventListener("reset", () => setTimeout(() => this.go(this.chosen())));
  }

  /** What the form says, without what it leaves empty. */
  chosen() {
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) params.append(name, name === "as_of" ? evening(value) : value.trim());
    return selected(params);
  }

  /** Each key at once, but for those that come while what was typed before is still being looked for. */
  async typed() {
    this.typedOn = true;
    if (this.typing) return;
    this.typing = true;
    while (this.typedOn) {
      this.typedOn = false;
      await this.go(this.chosen(), true);
    }
    this.typing = false;
  }

  /** While one types, the address changes in place: back leads to the selection before, not to a word half typed. */
  go(params, typing = false) {
    if (String(params) === String(this.now)) return null;
    const address = `${location.pathname}${params.size ? `?${params}` : ""}`;
    history[typing && this.wasTyping ? "replaceState" : "pushState"](null, "", address);
    this.wasTyping = typing;
    return this.show(params);
  }

  async show(params) {
    this.now = params;
    await this.apply(params);
  }

  returned() {
    const params = selected(location.search);
    if (String(params) === String(this.now)) return;
    this.fill(params);
    this.show(params);
  }

  /** The form as this selection has it. */
  fill(params) {
    for (const field of this.form?.elements ?? []) {
      if (!field.name) continue;
      const values = params.getAll(field.name);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value) || (!values.length && field.value === "");
      else if (field.options) for (const option of field.options) option.selected = values.includes(option.value) || (!values.length && option.value === "");
      else field.value = field.type === "date" ? (values[0] ?? "").slice(0, 10) : (values[0] ?? "");
    }
  }

  /** Links to other selections of this chronology. */
  followed(event) {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const url = new URL(link.href);
    const elsewhere = url.origin !== location.origin || url.pathname !== location.pathname || url.hash;
    if (elsewhere || link.target || link.rel || PLACES.some((name) => url.searchParams.has(name))) return;
    event.preventDefault();
    const params = selected(url.search);
    this.fill(params);
    this.go(params);
  }
}

/** A day where a moment is meant is its end, as the server has it. */
function evening(value) {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T23:59:59Z` : value.trim();
}

/** What an address selects, as the server would have it: without places in the list and what says nothing. */
export function selected(search) {
  const params = new URLSearchParams(search);
  for (const name of PLACES) params.delete(name);
  for (const [name, value] of [...params]) if (!value || (name === "order" && value === "asc")) params.delete(name, value);
  return params;
}
