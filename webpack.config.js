import { readFileSync } from "node:fs";
import path from "node:path";
import CopyWebpackPlugin from "copy-webpack-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlWebpackPlugin from "html-webpack-plugin";
import { manifestFor } from "./scripts/webpack/manifest.mjs";
import { Notices } from "./scripts/webpack/notices.mjs";
import { PaneInWorkbench } from "./scripts/webpack/pane-in-workbench.mjs";

/** Where Excel's pages load office.js from; chosen by `--env office=…`. The path is for closed networks, where office.js is put beside the pages. */
const OFFICE_JS = {
  global: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
  "self-hosted": "office-js/office.js",
};
const WORKBENCH_OFFICE_JS = "/office-js/office.js";

const here = import.meta.dirname;
const dist = path.join(here, "dist");

/** No network but the page's own origin and office.js; Excel on the web frames the pane, so framing is not forbidden. */
function panePolicy(officeJs) {
  const office = officeJs.startsWith("https:") ? ` ${new URL(officeJs).origin}` : "";
  return [
    "default-src 'none'",
    `script-src 'self'${office}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const workbenchPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** Maps hold the whole source and weigh five times the program: a published folder has them only when asked (`--env maps`). */
function shared(mode, maps) {
  const production = mode === "production";
  return {
    mode,
    context: here,
    devtool: !production ? "cheap-module-source-map" : maps ? "source-map" : false,
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "esbuild-loader",
          options: { target: "es2022", jsx: "automatic" },
        },
        { test: /\.css$/, use: ["style-loader", { loader: "css-loader", options: { sourceMap: false } }] },
      ],
    },
    output: {
      filename: production ? "[name].[contenthash:8].js" : "[name].js",
      assetModuleFilename: "[name].[contenthash:8][ext]",
      // Unchanged files are written, too: their age says whether the build is older than its sources.
      compareBeforeEmit: false,
    },
    performance: { hints: false },
    stats: "errors-warnings",
  };
}

/** A page with its policy and the tags that bring office.js. */
function page(filename, template, chunk, values) {
  return new HtmlWebpackPlugin({
    filename,
    template,
    chunks: [chunk],
    inject: false,
    publicPath: "",
    templateParameters: (_compilation, _assets, tags) => ({
      htmlWebpackPlugin: { tags },
      officeTags: "",
      ...values,
    }),
  });
}

const scriptTag = (src) => `<script src="${src}" defer></script>`;

/** What Excel loads; with `base`, the address of the site, also the finished manifest. */
function addin(mode, { officeJs, base, maps }) {
  const common = shared(mode, maps);
  const values = { officeTags: scriptTag(officeJs), csp: panePolicy(officeJs) };
  return {
    ...common,
    name: "addin",
    target: "web",
    entry: { taskpane: "./src/taskpane/index.tsx", commands: "./src/commands/commands.ts" },
    output: { ...common.output, path: path.join(dist, "addin"), publicPath: "auto", clean: true },
    plugins: [
      new Notices(),
      page("taskpane.html", "./src/taskpane/taskpane.html", "taskpane", values),
      page("commands.html", "./src/commands/commands.html", "commands", values),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/icons", to: "assets/icons" },
          { from: "assets/samples/*.xlsx", to: "assets/samples/[name][ext]" },
          { from: "assets/templates/*.xlsx", to: "assets/templates/[name][ext]" },
          { from: "src/taskpane/old-webview.js", to: "old-webview.js", info: { minimized: true } },
          { from: "src/taskpane/support.html", to: "support.html" },
          ...(base === undefined
            ? []
            : [
                {
                  from: "manifest.xml",
                  to: "manifest.xml",
                  transform: (content) => manifestFor(String(content), base),
                },
              ]),
        ],
      }),
      // The same page over the same scripts for the workbench's frame: it takes the host from the page around it.
      page("../workbench/pane/taskpane.html", "./src/taskpane/taskpane.html", "taskpane", {
        officeTags: scriptTag("external-from-parent.js") + scriptTag(WORKBENCH_OFFICE_JS),
        csp: panePolicy(WORKBENCH_OFFICE_JS),
      }),
      new PaneInWorkbench(path.join(dist, "workbench", "pane"), ["src/workbench/external-from-parent.js"]),
    ],
  };
}

/** A browser page with a grid and the pane: for demonstrations, tests, and those without Excel. */
function workbench(mode, maps) {
  const base = shared(mode, maps);
  return {
    ...base,
    name: "workbench",
    target: "web",
    // The spreadsheet is large and its size matters little: the faster minimiser, where the pane takes the smaller one.
    optimization: {
      minimizer: [new EsbuildPlugin({ target: "es2022", charset: "utf8", legalComments: "inline" })],
    },
    entry: { workbench: "./src/workbench/index.ts" },
    output: {
      ...base.output,
      path: path.join(dist, "workbench"),
      publicPath: "auto",
      clean: { keep: /^pane\// },
    },
    plugins: [
      page("index.html", "./src/workbench/index.html", "workbench", { csp: workbenchPolicy }),
      new Notices(),
    ],
  };
}

export default (env = {}, argv = {}) => {
  const mode = argv.mode === "development" ? "development" : "production";
  const officeJs = OFFICE_JS[env.office ?? "global"];
  if (officeJs === undefined)
    throw new Error(`--env office=${env.office}: one of ${Object.keys(OFFICE_JS).join(", ")}`);
  // A wrong address is told before anything is built.
  if (env.base !== undefined) manifestFor(readFileSync(path.join(here, "manifest.xml"), "utf8"), env.base);
  const maps = env.maps !== undefined;
  const configurations = [addin(mode, { officeJs, base: env.base, maps }), workbench(mode, maps)];
  return env.only === undefined ? configurations : configurations.filter(({ name }) => name === env.only);
};
