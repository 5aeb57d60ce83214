export type WorkbookFileErrorCode = "not-xlsx" | "damaged" | "encrypted" | "too-large" | "empty";

const messages: Record<WorkbookFileErrorCode, string> = {
  "not-xlsx": "这不是 .xlsx 工作簿。请用 Excel 或 WPS 打开原文件，“另存为”选择“Excel 工作簿(*.xlsx)”后重试。",
  damaged: "工作簿文件已损坏或不完整。请用 Excel 打开并选择“打开并修复”，另存后重试；或重新索取原文件。",
  encrypted: "工作簿设有打开密码。请用 Excel 打开，在“文件 › 信息 › 保护工作簿”中取消密码，保存后重试。",
  "too-large": "工作簿过大，超出可处理的范围。请删除无关的工作表和空白行列的格式，或拆分后重试。",
  empty: "工作簿中没有工作表。请确认选择了正确的文件。",
};

/** A file that cannot be opened. The message says what to do next. */
export class WorkbookFileError extends Error {
  constructor(
    readonly code: WorkbookFileErrorCode,
    /** What was found, for the log: not for the user. */
    readonly detail: string,
  ) {
    super(messages[code]);
    this.name = "WorkbookFileError";
  }
}
