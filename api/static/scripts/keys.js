// The band by keyboard. Keys count only while the band itself has the focus.

const KEYS = {
  ArrowLeft: (band) => band.moves.step(-1),
  ArrowUp: (band) => band.moves.step(-1),
  ArrowRight: (band) => band.moves.step(1),
  ArrowDown: (band) => band.moves.step(1),
  Home: (band) => band.moves.edge(-1),
  End: (band) => band.moves.edge(1),
  PageUp: (band) => band.moves.page(-1),
  PageDown: (band) => band.moves.page(1),
  "+": (band) => band.moves.nearer(2),
  "=": (band) => band.moves.nearer(2),
  "-": (band) => band.moves.nearer(0.5),
  0: (band) => band.moves.everything(),
  Enter: (band) => band.choose(true),
  " ": (band) => band.choose(false),
  Escape: (band) => band.leave(),
};

export const TOLD = [
  ["← →", "the event before or after"],
  ["Page Up, Page Down", "earlier or later"],
  ["+ −", "nearer or farther"],
  ["Home, End", "the first or the last event"],
  ["0", "everything"],
  ["Space", "show it in the list"],
  ["Enter", "go to it in the list"],
];

export function keys(plot, band) {
  plot.addEventListener("keydown", (event) => {
    if (event.target !== plot || event.ctrlKey || event.altKey || event.metaKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act(band);
  });
}
