import { runCommandLine } from "./command-line";
import { forkScorer } from "./forked-scorer";

/** Runs the command line and ends the process. `scorer` is the program of the scoring processes, `version` names this build. */
export async function main(scorer: string, version: string): Promise<void> {
  const interruption = new AbortController();
  // A terminal may tell it twice, directly and through npm: the second is no reason to end in the middle of the first.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => interruption.abort());
  // Whoever reads the output may stop reading (`| head`): the results are written all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  // npm runs scripts in the project's folder: paths are meant from where the user called it.
  const directory = process.env.INIT_CWD ?? process.cwd();
  const code = await runCommandLine(
    process.argv.slice(2),
    directory,
    {
      out: (text) => process.stdout.write(text),
      messages: (text) => process.stderr.write(text),
    },
    { startScorer: (task) => forkScorer(scorer, task), version, signal: interruption.signal },
  );
  // The report is written once both streams are drained.
  process.stdout.write("", () => process.stderr.write("", () => process.exit(code)));
}
