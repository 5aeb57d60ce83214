import { fork, type ChildProcess } from "node:child_process";
import { errorReport } from "./json-report";
import { removePart } from "./whole-file";
import type { Scorer, ScoredJob, ScoringTask } from "./scorer";
import type { Answer, Order } from "./scorer-process";
import type { WorkbookJob } from "./job";

export interface ScorerLimits {
  /** For one workbook. */
  readonly minutes: number;
  /** Bytes in use after which a fresh process takes over: every workbook leaves some 4 MB behind. */
  readonly memory: number;
}

/** A workbook of 5,000 rows takes two minutes on a busy machine. */
export const SCORER_LIMITS: ScorerLimits = { minutes: 15, memory: 768 * 1024 * 1024 };

/** Why a workbook has no answer. */
type Loss = "time" | "memory" | "unknown";

/** Scores in a process of its own (`file`): one that dies or hangs costs the workbook that it had in hand, no other. */
export function forkScorer(file: string, task: ScoringTask, limits: ScorerLimits = SCORER_LIMITS): Scorer {
  // What Univer or office.js say goes to standard error: standard output is the report's.
  const child = fork(file, { stdio: ["ignore", 2, 2, "ipc"], execArgv: [] });
  const ended = endOf(child);
  let spent = false;
  const give = (order: Order): void => {
    // A process that has ended is told of by `ended`.
    child.send(order, () => undefined);
  };
  give({ task });
  return {
    async score(job) {
      give({ job });
      const answer = await firstOf(child, ended, limits);
      if (typeof answer === "string") {
        spent = true;
        child.kill("SIGKILL");
        await ended;
        if (job.output !== null && child.pid !== undefined) removePart(job.output, child.pid);
        return lost(job, answer, limits);
      }
      spent = answer.memory > limits.memory;
      return answer.scored;
    },
    get spent() {
      return spent;
    },
    stop: () => child.kill("SIGKILL"),
  };
}

function endOf(child: ChildProcess): Promise<Loss> {
  return new Promise((resolve) => {
    child.on("error", () => resolve("unknown"));
    child.on("exit", (code, signal) => {
      // V8 aborts where its heap is full; the system kills where its memory is.
      resolve(signal === "SIGABRT" || signal === "SIGKILL" || code === 134 ? "memory" : "unknown");
    });
  });
}

async function firstOf(
  child: ChildProcess,
  ended: Promise<Loss>,
  limits: ScorerLimits,
): Promise<Answer | Loss> {
  let timer: NodeJS.Timeout | undefined;
  let hear: ((answer: Answer) => void) | undefined;
  try {
    return await Promise.race([
      ended,
      new Promise<Loss>((resolve) => {
        timer = setTimeout(() => resolve("time"), limits.minutes * 60_000);
      }),
      new Promise<Answer>((resolve) => child.on("message", (hear = resolve))),
    ]);
  } finally {
    clearTimeout(timer);
    if (hear !== undefined) child.off("message", hear);
  }
}

const SMALLER = "请删除无关的工作表和空白行列的格式，或拆分后重试。";

function lost(job: WorkbookJob, loss: Loss, { minutes }: ScorerLimits): ScoredJob {
  const report = {
    time: () => errorReport(job.name, "too-large", `计算超过 ${minutes} 分钟没有完成，已停止。${SMALLER}`),
    memory: () => errorReport(job.name, "too-large", `计算时内存不足，已停止。${SMALLER}`),
    unknown: () =>
      errorReport(
        job.name,
        "damaged",
        "计算这个工作簿时程序意外中止，没有写出结果。请用 Excel 打开并另存后重试；仍然不行，请把它交给维护人员。",
      ),
  }[loss]();
  return { report, input: null, output: null, document: null };
}
