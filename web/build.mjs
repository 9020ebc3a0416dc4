// Bundles scripts and styles of the report page and the live page into dist/, without addresses of other hosts.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, process.argv[2] ?? "dist");
mkdirSync(out, { recursive: true });

async function style(source, name) {
  const made = sass.compile(join(here, source), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
    logger: sass.Logger.silent,
  });
  const minified = await esbuild.transform(made.css, { loader: "css", minify: true, target: "chrome100" });
  const foreign = /https?:\/\/[^)\s"']+/.exec(minified.code.replaceAll("http://www.w3.org/", ""));
  if (foreign) throw new Error(`${name} would load ${foreign[0]}; a page works without a network`);
  writeFileSync(join(out, name), minified.code);
}

const script = (source, name) =>
  esbuild.build({
    entryPoints: [join(here, source)],
    outfile: join(out, name),
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    legalComments: "none",
    logLevel: "warning",
  });

await style("src/report.scss", "report.css");
await script("src/report.js", "report.js");
await style("src/live/live.scss", "live.css");
await script("src/live/main.js", "live.js");
copyFileSync(join(here, "src/live/live.html"), join(out, "live.html"));
// Whose code the bundle holds: their licences ask to be named.
const notices = ["echarts", "zrender", "tslib", "nhsuk-frontend"].map((name) => {
  const about = JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8"));
  return `${name} ${about.version} (${about.license})`;
});
writeFileSync(join(out, "notices.txt"), `${notices.join(", ")}\n`);
