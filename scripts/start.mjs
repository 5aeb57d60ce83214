// npm start [-- FILE.xlsx]: the workbench in the browser, on the sample workbook or on FILE.
import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./built.mjs";
import { ensureDependencies } from "./dependencies.mjs";

const [name] = process.argv.slice(2);
// npm runs scripts in the project's folder: a path is meant from where the user called it.
const filePath = name === undefined ? undefined : path.resolve(process.env.INIT_CWD ?? process.cwd(), name);
if (filePath !== undefined && !existsSync(filePath)) {
  refuse(`找不到文件：${name}。请检查路径后重试。`);
}
if (filePath !== undefined && !statSync(filePath).isFile())
  refuse(`“${name}”不是文件。请给出一个 .xlsx 工作簿。`);
const port = Number(process.env.PORT ?? 3001);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  refuse(`环境变量 PORT 是“${process.env.PORT}”，不是端口号。请改为 0 到 65535 的整数，或去掉它。`);

ensureDependencies();
ensureBuilt();
const { serveWorkbench } = await import("./serve-workbench.mjs");
const { url } = await serve();
console.log(`绩衡工作台：${url}`);
console.log("在浏览器中打开上面的地址；按 Ctrl+C 结束。");
openBrowser(url);

async function serve() {
  const file = filePath === undefined ? {} : { filePath };
  try {
    return await serveWorkbench({ port, ...file });
  } catch (error) {
    if (error?.code !== "EADDRINUSE") throw error;
    return serveWorkbench({ port: 0, ...file });
  }
}

/** Where no browser can be opened, the printed address is enough. */
function openBrowser(address) {
  if (process.env.CI || process.env.BROWSER === "none") return;
  const commands = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };
  const [command, ...args] = commands[process.platform] ?? ["xdg-open"];
  const opener = spawn(command, [...args, address], { stdio: "ignore", detached: true });
  opener.on("error", () => undefined);
  opener.unref();
}

function refuse(message) {
  console.error(message);
  process.exit(2);
}
