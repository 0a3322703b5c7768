// chrono-node, British English, dates ahead; what is only a time of day is left out.
// Run in the folder where it is installed: node with_chrono.mjs DAY ROUNDS < messages > answers (see loop.py).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const here = createRequire(pathToFileURL(join(process.cwd(), "here.js")));
const { en } = here("chrono-node");
const { version } = JSON.parse(readFileSync("node_modules/chrono-node/package.json", "utf8"));
const [day, rounds] = process.argv.slice(2);
const [year, month, date] = day.split("-").map(Number);
const today = new Date(year, month - 1, date, 12);
const rows = readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const search = (text) => en.GB.parse(text, today, { forwardDate: true });

const iso = (parts) =>
  [parts.get("year"), parts.get("month"), parts.get("day")].map((n) => String(n).padStart(2, "0")).join("-");
const isDate = ({ start }) => ["day", "weekday", "month", "year"].some((part) => start.isCertain(part));
const characters = (text, units) => [...text.slice(0, units)].length; // Python counts code points
const found = (text, one) => ({
  s: characters(text, one.index),
  e: characters(text, one.index + one.text.length),
  start: iso(one.start),
  end: iso(one.end ?? one.start),
});

for (const { text } of rows) search(text);
const taken = rows.map(() => []);
for (let round = 0; round < Number(rounds); round++) {
  rows.forEach(({ text }, i) => {
    const started = process.hrtime.bigint();
    search(text);
    taken[i].push(Number(process.hrtime.bigint() - started) / 1e3);
  });
}
console.log(JSON.stringify({ version }));
rows.forEach(({ id, text }, i) => {
  const dates = search(text).filter(isDate).map((one) => found(text, one));
  console.log(JSON.stringify({ id, dates, us: taken[i] }));
});
