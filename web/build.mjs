// Bundles the report page's script and styles into dist/: report.js and report.css, without addresses of other hosts.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, process.argv[2] ?? "dist");
mkdirSync(out, { recursive: true });

const style = sass.compile(join(here, "src/report.scss"), {
  style: "compressed",
  loadPaths: [join(here, "node_modules")],
  quietDeps: true,
  logger: sass.Logger.silent,
});
const minified = await esbuild.transform(style.css, { loader: "css", minify: true, target: "chrome100" });
const foreign = /https?:\/\/[^)\s"']+/.exec(minified.code.replaceAll("http://www.w3.org/", ""));
if (foreign) throw new Error(`report.css would load ${foreign[0]}; a report works without a network`);
writeFileSync(join(out, "report.css"), minified.code);

await esbuild.build({
  entryPoints: [join(here, "src/report.js")],
  outfile: join(out, "report.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome100", "firefox100", "safari15"],
  legalComments: "none",
  logLevel: "warning",
});
// Whose code the bundle holds: their licences ask to be named.
const notices = ["echarts", "zrender", "tslib", "nhsuk-frontend"].map((name) => {
  const about = JSON.parse(readFileSync(join(here, "node_modules", name, "package.json"), "utf8"));
  return `${name} ${about.version} (${about.license})`;
});
writeFileSync(join(out, "notices.txt"), `${notices.join(", ")}\n`);
