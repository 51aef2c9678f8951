// chrono-node, speaking the same protocol as measure/peers/protocol.py; run where node_modules holds it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [, , folder, file] = process.argv;
const here = createRequire(`${folder}/package.json`);
const chrono = here("chrono-node");
const version = JSON.parse(readFileSync(`${folder}/node_modules/chrono-node/package.json`, "utf8")).version;

const given = readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const documents = given.map(({ text, dct }) => [text, new Date(dct.length > 10 ? dct : `${dct}T12:00:00Z`)]);
const answer = (record) => process.stdout.write(JSON.stringify(record) + "\n");

const GRAINS = [["hour", "minute"], ["weekday", "day"], ["day", "day"], ["month", "month"], ["year", "year"]];

function finding(text, result) {
  const start = [...text.slice(0, result.index)].length;
  const grain = GRAINS.find(([part]) => result.start.isCertain(part))?.[1] ?? null;
  const moment = result.start.date().toISOString();
  return { start, end: start + [...result.text].length, text: result.text, moment, grain };
}

function pass() {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  for (const [text, reference] of documents) chrono.parse(text, reference);
  const { user, system } = process.cpuUsage(cpu);
  return { wall: (performance.now() - wall) / 1e3, cpu: (user + system) / 1e6 };
}

function write(target) {
  const found = documents.map(([text, reference], place) => ({
    id: given[place].id,
    timexes: chrono.parse(text, reference).map((result) => finding(text, result)),
  }));
  writeFileSync(target, found.map((record) => JSON.stringify(record) + "\n").join(""));
  return { documents: found.length };
}

answer({ version });
createInterface({ input: process.stdin }).on("line", (line) => answer(line === "pass" ? pass() : write(line)));
