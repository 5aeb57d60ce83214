import { runCommandLine } from "./commandLine";

// npm runs scripts in the project's folder: paths are meant from where the user called it.
const directory = process.env.INIT_CWD ?? process.cwd();
const code = await runCommandLine(process.argv.slice(2), directory, {
  out: (text) => process.stdout.write(text),
  messages: (text) => process.stderr.write(text),
});
// Univer keeps timers alive; the report is written once both streams are drained.
process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
