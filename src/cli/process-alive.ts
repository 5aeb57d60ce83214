import { codeOf } from "./file-trouble";

/** Whether a process of this machine is running. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there and belongs to somebody else.
    return codeOf(error) === "EPERM";
  }
}
