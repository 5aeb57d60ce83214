// npm run dev [-- FILE.xlsx]: the workbench, rebuilt whenever a source is saved. Reload the page to see the change.
import { spawn } from "node:child_process";
import path from "node:path";
import { ensureDependencies } from "./dependencies.mjs";

const [name] = process.argv.slice(2);
ensureDependencies();
const project = path.resolve(import.meta.dirname, "..");
const webpack = path.join(project, "node_modules", "webpack-cli", "bin", "cli.js");
const watching = spawn(process.execPath, [webpack, "--mode", "development", "--watch"], {
  cwd: project,
  stdio: "inherit",
});
watching.on("exit", (code) => process.exit(code ?? 1));

const { serveWorkbench } = await import("./serve-workbench.mjs");
const filePath = name === undefined ? {} : { filePath: path.resolve(process.env.INIT_CWD ?? ".", name) };
const { url } = await serveWorkbench({ port: Number(process.env.PORT ?? 3001), ...filePath });
console.log(`绩衡工作台：${url}（源文件保存后自动重新构建，刷新页面即可）`);
