/** What the system's error codes mean to the user, and what to do. Names differ between systems, these codes do not. */
const TROUBLES: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "路径不存在。请检查路径。"],
  ["ENOTDIR", "路径中有一段是文件，不是文件夹。请检查路径。"],
  ["EISDIR", "这是文件夹，不是文件。请检查路径。"],
  ["ELOOP", "链接首尾相接，找不到文件。请检查路径。"],
  ["EACCES", "没有权限。请检查文件和文件夹的权限。"],
  ["EPERM", "没有权限，或文件正被其他程序使用。请检查权限，并关闭正在使用它的程序。"],
  ["EBUSY", "文件正被其他程序使用。请关闭正在使用它的程序后重试。"],
  ["ETXTBSY", "文件正被其他程序使用。请关闭正在使用它的程序后重试。"],
  ["EROFS", "磁盘是只读的。请换一个可以写入的位置。"],
  ["ENOSPC", "磁盘已满。请清理空间后再次运行同样的命令。"],
  ["EDQUOT", "磁盘配额已用完。请清理空间后再次运行同样的命令。"],
  ["EFBIG", "文件超过磁盘允许的大小。请换一个位置。"],
  ["ENAMETOOLONG", "文件名或路径太长。请缩短文件名，或换一个层级较浅的文件夹。"],
  ["EMFILE", "同时打开的文件太多。请关闭其他程序后重试。"],
  ["ENFILE", "同时打开的文件太多。请关闭其他程序后重试。"],
  ["EIO", "磁盘读写出错。请检查磁盘或网络连接后重试。"],
  ["ERR_INVALID_ARG_VALUE", "路径中有不能使用的字符。请检查路径。"],
]);

/** The system's code of an error; null for an error of another kind. */
export function codeOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return typeof code === "string" ? code : null;
}

/** Why a file could not be read or written, and the next step. `otherwise`: the sentence for whatever is not in the table. */
export function fileTrouble(error: unknown, otherwise: string): string {
  return TROUBLES.get(codeOf(error) ?? "") ?? otherwise;
}
