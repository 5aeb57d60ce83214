export type WorkbookFileErrorCode =
  "not-xlsx" | "damaged" | "encrypted" | "too-large" | "empty" | "sheet-name";

const messages: Record<WorkbookFileErrorCode, { what: string; next: string }> = {
  "not-xlsx": {
    what: "这不是 .xlsx 工作簿",
    next: "请用 Excel 或 WPS 打开原文件，“另存为”选择“Excel 工作簿(*.xlsx)”后重试。",
  },
  damaged: {
    what: "工作簿文件已损坏或不完整",
    next: "请用 Excel 打开并选择“打开并修复”，另存后重试；或重新索取原文件。",
  },
  encrypted: {
    what: "工作簿设有打开密码",
    next: "请用 Excel 打开，在“文件 › 信息 › 保护工作簿”中取消密码，保存后重试。",
  },
  "too-large": {
    what: "工作簿过大，超出可处理的范围",
    next: "请删除无关的工作表和空白行列的格式，或拆分后重试。",
  },
  empty: { what: "工作簿中没有工作表", next: "请确认选择了正确的文件。" },
  "sheet-name": { what: "工作表名称不能使用", next: "请用 Excel 打开，给这张工作表改名，另存后重试。" },
};

/** A file that cannot be opened. The message says what to do next. */
export class WorkbookFileError extends Error {
  constructor(
    readonly code: WorkbookFileErrorCode,
    /** What was found, for the log: not for the user. */
    readonly detail: string,
    /** What was found and where, for the user: a clause such as `工作表“指标”的单元格 A3 是“0x10”，不是数字`. */
    place: string | null = null,
  ) {
    const { what, next } = messages[code];
    super(place === null ? `${what}。${next}` : `${what}：${place}。${next}`);
    this.name = "WorkbookFileError";
  }
}
