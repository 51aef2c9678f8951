// What there is to see around a view, fetched in windows three views wide and kept for a while.

import { dayOf, endOf, iso } from "./calendar.js";

const COLUMN = 7; // pixels that a column takes at least
const MARKS = 300; // events up to which each is given by itself
const KEPT = 32;
const MONDAY = 4;

/** Days a column stands for: 1, 2, 4, then whole weeks doubled, so that columns stay where they are while one pans. */
function unitFor(pixels) {
  for (const days of [1, 2, 4]) if (days * pixels >= COLUMN) return days;
  let days = 7;
  while (days * pixels < COLUMN) days *= 2;
  return days;
}

export class Scenes {
  constructor(address) {
    this.address = address;
    this.filters = new URLSearchParams();
    this.kept = new Map();
    this.asking = new AbortController();
  }

  /** Whether `scene` can stand for the view as it is. */
  fits(scene, view) {
    const within = scene.from <= Math.max(view.start, view.first) && scene.to >= Math.min(view.end, view.last);
    return within && (scene.marks !== null || scene.unit === unitFor(view.pixels));
  }

  /** What was asked for and is not there yet rejects with an AbortError. */
  forget() {
    this.asking.abort();
    this.asking = new AbortController();
    this.kept.clear();
  }

  async around(view) {
    const unit = unitFor(view.pixels);
    const down = (day) => Math.floor((day - MONDAY) / unit) * unit + MONDAY;
    const from = down(Math.max(view.start - view.span, view.first - unit));
    const to = down(Math.min(view.end + view.span, view.last + unit)) + unit;
    return this.window(from, to, unit);
  }

  async window(from, to, unit) {
    const asked = new URLSearchParams(this.filters);
    const [first, last] = [later(asked.get("from"), iso(from)), earlier(asked.get("to"), iso(to - 1))];
    if (first > last) return { from, to, unit, count: 0, marks: [], columns: [], bars: [] };
    asked.set("from", first);
    asked.set("to", last);
    asked.set("bins", String(Math.ceil((endOf(last) - dayOf(first)) / unit)));
    asked.set("marks", String(MARKS));
    return scene(await this.found(`${this.address}?${asked}`), from, to, unit);
  }

  /** The same is asked for once, also while it is on its way. */
  async found(url) {
    const found = this.kept.get(url) ?? json(url, this.asking.signal);
    this.kept.delete(url);
    this.kept.set(url, found);
    if (this.kept.size > KEPT) this.kept.delete(this.kept.keys().next().value);
    try {
      return await found;
    } catch (failure) {
      if (this.kept.get(url) === found) this.kept.delete(url);
      throw failure;
    }
  }
}

async function json(url, signal) {
  const answer = await fetch(url, { signal, headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? `HTTP ${answer.status}`);
  return answer.json();
}

/** `unit` is that of the view it was asked for; its columns are as wide or, where a filter leaves few days, narrower. */
function scene(found, from, to, unit) {
  return {
    from,
    to,
    unit,
    count: found.count,
    marks: found.marks?.map(mark).filter(placed) ?? null,
    columns: found.marks ? [] : found.bins.map(column),
    bars: found.marks ? [] : found.spans.map(bar).filter(placed),
  };
}

function mark(event) {
  const { earliest, latest } = event;
  const start = earliest === null ? -Infinity : dayOf(earliest);
  return { ...event, key: event.id, kind: "mark", count: 1, start, end: latest === null ? Infinity : endOf(latest) };
}

function column(bin) {
  const start = dayOf(bin.earliest);
  return { ...bin, key: `c${start}`, kind: "column", start, end: endOf(bin.latest) };
}

function bar(each) {
  const start = each.earliest === null ? -Infinity : dayOf(each.earliest);
  const end = each.latest === null ? Infinity : endOf(each.latest);
  return { ...each, key: `b${start}:${end}:${each.status}`, kind: "bar", start, end };
}

/** Without any known end it has no place here; the list has it. */
const placed = ({ start, end }) => start !== -Infinity || end !== Infinity;
const later = (one, other) => (one && one > other ? one : other);
const earlier = (one, other) => (one && one < other ? one : other);
