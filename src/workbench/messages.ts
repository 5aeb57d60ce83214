/** What the page says when a file cannot be opened or saved. */
export const messages = {
  notOpened: "工作簿没有打开。请重试；若仍不行，请用 Excel 打开后另存为 .xlsx 再试。",
  notSaved: "工作簿没有保存。请重试；若仍不行，请刷新页面后重新打开。",
  notFound: "没有找到要打开的工作簿。请单击“打开…”选择文件。",
  notStarted: "工作台没有启动。请刷新页面；若仍不行，请换用新版 Edge 或 Chrome 浏览器。",
  opening: "正在打开…",
  pageTitle: (fileName: string): string => `${fileName} - 绩衡工作台`,
  leave: "工作簿有未保存的改动。",
} as const;
